using Microsoft.Extensions.Configuration;
using SendGrid;
using WelWee3D.People;

namespace WelWee3D.Mail;

public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>()
            .Bind(configuration.GetSection("Mail"))
            .Validate(mail => mail.Service != MailService.SendGrid || !string.IsNullOrWhiteSpace(mail.SendGridKey), "Mail:SendGridKey is missing.")
            .Validate(mail => IsPublicKey(mail.SendGridVerification), "Mail:SendGridVerification must be the public key of the event webhook, in base64, as SendGrid shows it.")
            .Validate(mail => mail.Service != MailService.Smtp || !string.IsNullOrWhiteSpace(mail.SmtpHost), "Mail:SmtpHost is missing.")
            .Validate(mail => mail.SmtpPort is > 0 and <= 65535, "Mail:SmtpPort must be from 1 to 65535.")
            .Validate(mail => mail.SmtpUser.Length == 0 == (mail.SmtpPassword.Length == 0), "Mail:SmtpUser and Mail:SmtpPassword go together.")
            .Validate(mail => mail.SmtpSecurity != SmtpSecurity.None || mail.SmtpHost is "localhost" or "127.0.0.1", "Mail:SmtpSecurity may be none on the same machine only.")
            .Validate(mail => mail.SendGridHost is null or { IsAbsoluteUri: true }, "Mail:SendGridHost must be an absolute address.")
            .Validate(mail => MailAddresses.Canonical(mail.From) is not null, "Mail:From must be a mail address.")
            .Validate(mail => MailAddresses.Canonical(mail.Practice) is not null, "Mail:Practice must be a mail address.")
            .Validate(mail => mail.AppAddress is { IsAbsoluteUri: true }, "Mail:AppAddress must be an absolute address.")
            .Validate(mail => mail.Mailboxes.All(IsLabel) && mail.Mailboxes.Distinct().Count() == mail.Mailboxes.Count, "Mail:Mailboxes must be labels of at most 20 capitals, digits and hyphens, such as PRAKTIJK: certificates keep them for ever.")
            .Validate(mail => !mail.IncludeContent || mail.Mailboxes.Count > 0, "Mail:IncludeContent needs Mail:Mailboxes: the copy that a letter leaves there is counted.")
            .ValidateOnStart();
        // Held by what lives as long as the app: connections, and not the client, are made anew when addresses change.
        services.AddHttpClient<ISendGridClient, SendGridClient>((http, provider) =>
        {
            http.Timeout = TimeSpan.FromSeconds(30);
            var mail = provider.GetRequiredService<IOptions<MailOptions>>().Value;
            return new SendGridClient(http, new SendGridClientOptions { ApiKey = mail.SendGridKey, Host = mail.SendGridAddress() });
        })
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddTransient<SendGridSender>().AddTransient<SmtpSender>();
        services.AddTransient<ILetterSender>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Service == MailService.Smtp
            ? provider.GetRequiredService<SmtpSender>()
            : provider.GetRequiredService<SendGridSender>());
        services.AddTransient<MailEvents>();
        services.AddSingleton<Letters>();
        services.AddTable(Accounts.Records, Letters.TableName, typeof(WaitingLetter));
        services.AddTransient<LetterDelivery>();
        services.AddTransient<ILetterRenderer, UndeliveredLetter>();
        return services;
    }

    private static bool IsPublicKey(string setting)
    {
        try
        {
            using var key = ECDsa.Create();
            if (setting.Length > 0)
                key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(setting), out _);
            return true;
        }
        catch (Exception none) when (none is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static bool IsLabel(string label) =>
        label is { Length: > 0 and <= 20 } && char.IsAsciiLetterUpper(label[0]) && label.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '-');
}
