using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Scans;

/// <summary>What the practice is told about scans: which, and where it looks. What is in a file stays out of its mailbox.</summary>
public static class ScanNotices
{
    public static RenderedLetter Rejected(MailOptions mail, Id order, Id scan) =>
        new(mail.Practice, "Een scan kon niet worden gelezen", new LetterBody("nl", "Een scan kon niet worden gelezen")
            .Say("Er is een bestand binnengekomen dat geen bruikbare scan is. Bij de scan staat waarom. Kijk het na en stuur zo nodig een nieuw bestand in.")
            .Facts(("Bestelling", $"{Reference.Of(order)}"), ("Scan", $"{scan}"))
            .Link(mail.Link(StaffPages.Of($"orders/{order}")))
            .Say("Het bestand blijft staan tot zijn uiterste bewaardatum en wordt dan vernietigd, net als elke andere scan."));

    public static RenderedLetter Unclaimed(MailOptions mail, UnclaimedBlob blob, Derivation retention) =>
        new(mail.Practice, "Een bestand hoort bij geen enkele bestelling", new LetterBody("nl", "Een bestand hoort bij geen enkele bestelling")
            .Say("Bij de scans staat een bestand dat bij geen enkele bestelling hoort. Zoek uit waar het vandaan komt.")
            .Facts(
                ("Kenmerk", $"{blob.Id}"),
                ("Binnengekomen op", LetterBody.Day(retention.Start, "nl")),
                ("Wordt vernietigd op", LetterBody.Day(retention.DestroyOn, "nl")),
                ("Zo bekijk je het", "met de kop Reason: waarom je kijkt"))
            .Link(mail.Link(ApiPaths.Of($"scans/unclaimed/{blob.Id}/content"))));
}
