using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SendGrid;
using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.Mail;

public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>()
            .Bind(configuration.GetSection("Mail"))
            .Validate(mail => !string.IsNullOrWhiteSpace(mail.SendGridKey), "Mail:SendGridKey is missing.")
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
            return new SendGridClient(http, Client(provider.GetRequiredService<IOptions<MailOptions>>().Value));
        })
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<Letters>();
        services.AddTable(Accounts.Records, Letters.TableName, typeof(WaitingLetter));
        services.AddTransient<LetterDelivery>();
        services.AddTransient<ILetterRenderer, UndeliveredLetter>();
        return services;
    }

    private static bool IsLabel(string label) =>
        label is { Length: > 0 and <= 20 } && char.IsAsciiLetterUpper(label[0]) && label.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '-');

    private static SendGridClientOptions Client(MailOptions mail)
    {
        var client = new SendGridClientOptions { ApiKey = mail.SendGridKey };
        if (mail.SendGridHost is { } host)
            client.Host = host.AbsoluteUri.TrimEnd('/');
        return client;
    }
}
