using Microsoft.Extensions.Options;
using WelWee3D.Mail;
using WelWee3D.Quotes;

namespace WelWee3D.Exports;

/// <summary>Who is responsible for the data (GDPR article 4(7)), told alike wherever that has to be told.</summary>
public sealed class Controller(IOptions<QuotesOptions> quotes, IOptions<MailOptions> mail)
{
    private const string Trading = "Wel & Wee – 3D";

    /// <summary>Where it is reached.</summary>
    public string Mail => mail.Value.Practice;

    /// <summary>Its name, who that is and where, as at the head of its quotes, and how it is reached.</summary>
    public string Told => string.Join(", ", [Trading, .. quotes.Value.Sender.Select(line => line.Trim()).Where(line => line.Length > 0), Mail]);
}
