using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Scans;

/// <summary>What the practice is told about scans: which, and where it looks. What is in a file stays out of its mailbox.</summary>
public static class ScanNotices
{
    public static RenderedLetter Rejected(MailOptions mail, Id order, Id scan, Derivation retention) =>
        new(mail.Practice, "Een scan kon niet worden gelezen", new LetterBody("nl", "Een scan kon niet worden gelezen")
            .Say("Er is een bestand binnengekomen dat geen bruikbare scan is. Bij de scan staat waarom. Kijk het na en stuur zo nodig een nieuw bestand in.")
            .Facts(("Bestelling", $"{Reference.Of(order)}"))
            .Link(mail.Link(StaffPages.Of($"scans/{scan}")))
            .Say(retention.DueOn is { } due
                ? $"Het bestand gaat vanzelf weg, op {LetterBody.Day(due, "nl")}."
                : "Het bestand blijft zolang er een beperking op rust."));

    public static RenderedLetter Unclaimed(MailOptions mail, UnclaimedBlob blob, Derivation retention) =>
        new(mail.Practice, "Een bestand hoort bij geen enkele bestelling", new LetterBody("nl", "Een bestand hoort bij geen enkele bestelling")
            .Say("Bij de scans staat een bestand dat bij geen enkele bestelling hoort. Zoek uit waar het vandaan komt.")
            .Facts(
                ("Binnengekomen op", LetterBody.Day(retention.Start, "nl")),
                ("Grootte", $"{PlainWords.Dutch.Number(blob.Bytes)} bytes"),
                ("Wordt vernietigd op", LetterBody.Day(retention.DestroyOn, "nl")))
            .Say("Hier haal je het op, met een reden, om te zien van wie het is:")
            .Link(mail.Link(StaffPages.Of($"unclaimed/{blob.Id}"))));
}
