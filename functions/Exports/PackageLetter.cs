using WelWee3D.Mail;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>Gives whoever a person named the link to what she takes along.</summary>
public sealed class PackageLetter(ExportPackages packages, ExportLinks links, RetentionRules rules, IOptions<MailOptions> mail)
    : ILetterRenderer
{
    public const string Name = "package";

    public string Kind => Name;

    public LetterReason Reason => LetterReason.Package;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (await packages.Find(Id.Parse(reference), cancellation) is not { IsWhole: true, IsRestricted: false, Recipient: { } recipient } package)
            return null;
        var last = LetterBody.Day(package.FetchableUntil(rules), recipient.Language);
        var body = new LetterBody(recipient.Language, "Gegevens om op te halen", "Data for you to fetch")
            .Greet(recipient.Name)
            .Say(
                $"Een cliënt van ons vroeg ons haar gegevens aan jou te sturen. In het pakket staat van wie ze zijn. Je kunt het tot en met {last} ophalen:",
                $"A client of ours asked us to send her data to you. The package tells whose they are. You can fetch it up to and including {last}:")
            .Link(links.To(package.Id))
            .Say(
                "Er kunnen scans van een lichaam in zitten. Verwacht je dit niet? Open de link dan niet, en laat het ons weten door deze mail te beantwoorden.",
                "There may be scans of a body in it. Did you not expect this? Then do not open the link, and let us know by answering this mail.")
            .Goodbye();
        return new(recipient.Email, body.Title, body, mail.Value.Practice);
    }
}
