using WelWee3D.Mail;
using WelWee3D.Quotes;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>Who is responsible for the data (GDPR article 4(7)), told alike wherever that has to be told.</summary>
public sealed class Controller(IOptions<QuotesOptions> quotes, IOptions<MailOptions> mail)
{
    private const string Trading = "Wel & Wee – 3D";

    /// <summary>As a person is told it.</summary>
    /// <param name="told">As <see cref="Told"/> has it.</param>
    public static Words Responsible(string told) => new($"Verantwoordelijk voor je gegevens: {told}.", $"Responsible for your data: {told}.");

    /// <summary>Where it is reached.</summary>
    public string Mail => mail.Value.Practice;

    /// <summary>Its name, who that is and where, as at the head of its quotes, and how it is reached.</summary>
    public string Told => string.Join(", ", [Trading, .. quotes.Value.Sender.Select(line => line.Trim()).Where(line => line.Length > 0), Mail]);
}
