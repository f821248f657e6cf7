using Microsoft.Extensions.Options;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Storage;

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
        return recipient.Language == "en"
            ? new(recipient.Email, "Data for you to fetch", English(recipient, last, links.To(package.Id)), mail.Value.Practice)
            : new(recipient.Email, "Gegevens om op te halen", Dutch(recipient, last, links.To(package.Id)), mail.Value.Practice);
    }

    private static LetterBody Dutch(PackageRecipient recipient, string last, Uri link) => new LetterBody("nl", "Gegevens om op te halen")
        .Say(Salutation.Dutch(recipient.Name))
        .Say($"Een cliënt van ons vroeg ons haar gegevens aan jou te sturen. In het pakket staat van wie ze zijn. Je kunt het tot en met {last} ophalen:")
        .Link(link)
        .Say("Er kunnen scans van een lichaam in zitten. Verwacht je dit niet? Open de link dan niet, en laat het ons weten door deze mail te beantwoorden.")
        .Say("Groet van Wel & Wee – 3D");

    private static LetterBody English(PackageRecipient recipient, string last, Uri link) => new LetterBody("en", "Data for you to fetch")
        .Say(Salutation.English(recipient.Name))
        .Say($"A client of ours asked us to send her data to you. The package tells whose they are. You can fetch it up to and including {last}:")
        .Link(link)
        .Say("There may be scans of a body in it. Did you not expect this? Then do not open the link, and let us know by answering this mail.")
        .Say("Kind regards, Wel & Wee – 3D");
}
