using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

public static class ContactSetup
{
    public static IServiceCollection AddContact(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ContactOptions>()
            .Bind(configuration.GetSection("Contact"))
            .Validate(contact => contact.PerMinute > 0 && contact.TotalPerMinute > 0, "Contact:PerMinute and Contact:TotalPerMinute must be at least 1.")
            .Validate(contact => contact.TrustedProxies >= 0, "Contact:TrustedProxies must not be negative.")
            .Validate(contact => contact.ThanksPages.All(IsPage), "Contact:ThanksPages must be web addresses, or paths that begin with one slash.")
            .ValidateOnStart();
        services.AddSingleton<ContactLimit>();
        services.AddSingleton<ContactAnswers>();
        services.AddTable(Accounts.Records, ContactMessages.TableName, typeof(ContactMessage));
        services.AddKind<ContactMessages>();
        services.AddTransient<ILetterRenderer, ContactNotice>();
        services.AddTransient<ILetterRenderer, ContactReceipt>();
        return services;
    }

    private static bool IsPage(string page) =>
        Uri.TryCreate(page, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        || page is ['/', not '/', ..] or "/";
}
