using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Storage;

namespace WelWee3D.Scans;

/// <summary>What the practice is told about scans: identifiers and reasons, never a name or a file name.</summary>
public static class ScanNotices
{
    public static RenderedLetter Rejected(string practice, Id order, Id scan, string reason) =>
        new(practice, "Een scan kon niet worden gelezen", new LetterBody("nl", "Een scan kon niet worden gelezen")
            .Say("Er is een bestand binnengekomen dat geen bruikbare scan is. Kijk het na en stuur zo nodig een nieuw bestand in.")
            .Facts(("Bestelling", $"{Reference.Of(order)}"), ("Scan", $"{scan}"), ("Reden", RejectedInDutch.Of(reason)))
            .Say("Het bestand blijft staan tot zijn uiterste bewaardatum en wordt dan vernietigd, net als elke andere scan."));

    public static RenderedLetter Unclaimed(string practice, UnclaimedBlob blob, Derivation retention) =>
        new(practice, "Een bestand hoort bij geen enkele bestelling", new LetterBody("nl", "Een bestand hoort bij geen enkele bestelling")
            .Say("Bij de scans staat een bestand dat bij geen enkele bestelling hoort. Zoek uit waar het vandaan komt.")
            .Facts(
                ("Kenmerk", $"{blob.Id}"),
                ("Grootte", $"{PlainWords.Dutch.Number(blob.Bytes)} bytes"),
                ("SHA-256", blob.Sha256),
                ("Binnengekomen op", LetterBody.Day(retention.Start, "nl")),
                ("Wordt vernietigd op", LetterBody.Day(retention.DestroyOn, "nl")),
                ("Zo bekijk je het", $"GET {ApiPaths.Of($"scans/unclaimed/{blob.Id}/content")} (met de kop Reason: waarom je kijkt)")));
}
