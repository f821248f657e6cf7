using WelWee3D.Contact;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>Tells a person that her data were sent to somebody, and to whom.</summary>
public sealed class PackageNotice(
    ExportPackages packages, OrderStore orders, ContactMessages messages, RetentionRules rules, IOptions<MailOptions> mail)
    : ILetterRenderer
{
    public const string Name = "package-notice";

    public string Kind => Name;

    public LetterReason Reason => LetterReason.Package;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (await packages.Find(Id.Parse(reference), cancellation) is not { IsWhole: true, IsRestricted: false, Recipient: { } recipient } package)
            return null;
        var language = await LanguageOf(package, cancellation) ?? recipient.Language;
        var last = LetterBody.Day(package.FetchableUntil(rules), language);
        var body = new LetterBody(language, "Je gegevens zijn verstuurd", "Your data were sent")
            .Greet()
            .Say(
                "Je vroeg ons je gegevens naar een ander te sturen. Wie dat is, krijgt van ons een mail met een link:",
                "You asked us to send your data to somebody else. They get a mail from us with a link:")
            .Facts(("Naam", "Name", recipient.Name), ("E-mailadres", "Email address", recipient.Email))
            .Say(
                $"De link werkt tot en met {last}. Klopt er iets niet? Laat het ons dan meteen weten door deze mail te beantwoorden.",
                $"The link works up to and including {last}. Is something wrong? Then let us know at once by answering this mail.")
            .Goodbye();
        return new(recipient.Owner, body.Title, body, mail.Value.Practice);
    }

    /// <summary>Hers, and not that of whom it was sent to: by the newest of her orders and messages in it.</summary>
    private async Task<string?> LanguageOf(ExportPackage package, CancellationToken cancellation)
    {
        foreach (var id in package.Records.OrderDescending())
        {
            if (await orders.Find(id, cancellation) is { } order)
                return order.Client.Language;
            if (await messages.Find(id, cancellation) is { } message)
                return message.Locale;
        }
        return null;
    }
}
