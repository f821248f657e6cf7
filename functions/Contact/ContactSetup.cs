using Microsoft.Extensions.Configuration;
using WelWee3D.Mail;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

public static class ContactSetup
{
    public static IServiceCollection AddContact(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ContactOptions>()
            .Bind(configuration.GetSection("Contact"))
            .Validate(contact => contact.PerMinute > 0 && contact.TotalPerMinute > 0, "Contact:PerMinute and Contact:TotalPerMinute must be at least 1.")
            .Validate(contact => contact.TrustedProxies >= 0, "Contact:TrustedProxies must not be negative.")
            .Validate(contact => contact.Origins.All(IsOrigin), "Contact:Origins must be origins as browsers send them, such as https://www.example.nl.")
            .Validate(contact => contact.ThanksPages.All(IsPage), "Contact:ThanksPages must be web addresses, or paths that begin with one slash.")
            .Validate(contact => Colleagues.AreGood(contact.Colleagues), "Contact:Colleagues must each be a name and a mail address, such as planning=planning@voorbeeld.nl.")
            .ValidateOnStart();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<ContactLimit>();
        services.AddSingleton<AllowedOrigins>();
        services.AddSingleton<ContactAnswers>();
        services.AddTable(Accounts.Records, ContactMessages.TableName, typeof(ContactMessage));
        services.AddKind<ContactMessages>();
        services.AddTable(Accounts.Records, ContactSuspects.TableName, typeof(ContactSuspect));
        services.AddKind<ContactSuspects>();
        services.AddSingleton<ContactIntake>();
        services.AddSingleton<DestroyedContacts>();
        services.AddSingleton<MailCopies>();
        services.AddSingleton<IReminder, MailReminder>();
        services.AddTable(Accounts.Records, SpentChallenges.TableName, typeof(SpentChallenge));
        services.AddSingleton<SpentChallenges>();
        services.AddSingleton<Challenges>();
        services.AddSingleton<ProofOfWork>();
        services.AddTransient<ILetterRenderer, ContactNotice>();
        services.AddTransient<ILetterRenderer, ContactReceipt>();
        services.AddTransient<ILetterRenderer, ForwardedLetter>();
        return services;
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.GetLeftPart(UriPartial.Authority) == origin;

    private static bool IsPage(string page) =>
        Uri.TryCreate(page, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        || page is ['/', not '/', ..] or "/";
}
