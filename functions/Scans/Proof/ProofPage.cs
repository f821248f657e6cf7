using WelWee3D.Http;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Scans.Proof;

/// <summary>What stands at the address of a proof as long as there is none, or when there never will be.</summary>
internal static class ProofPage
{
    /// <summary>For a link that leads to nothing.</summary>
    public static string Gone(string language)
    {
        var words = PlainWords.In(language);
        return VisitorPage.Saying(
            words.Either("Hier staat geen bewijs", "There is no proof here"), language,
            words.Either(
                "Deze link klopt niet. Neem hem heel over uit de brief die je kreeg, of bel of mail ons.",
                "This link is not right. Take all of it from the letter that you got, or call or write to us."));
    }

    /// <summary>Gone from storage, with copies on disks that are yet to be wiped.</summary>
    public static string Waiting(FoundProof proof, string language)
    {
        var words = PlainWords.In(language);
        return VisitorPage.Saying(
            words.Either("De verklaring is nog niet af", "The certificate is not complete yet"), language,
            [words.Either(
                "De scan wordt vernietigd. Op deze pagina komt de verklaring te staan zodra elke kopie weg is.",
                "The scan is being destroyed. The certificate will be on this page as soon as every copy is gone."),
            .. Left(proof.OnDisks, words), words.Derived(proof.Line.Why)]);
    }

    private static string[] Left(int onDisks, PlainWords words) => onDisks switch
    {
        0 => [],
        1 => [words.Either("Van een harde schijf van de praktijk moet nog 1 kopie worden gewist.", "1 copy is yet to be wiped from a hard disk of the practice.")],
        _ => [words.Either(
            $"Van harde schijven van de praktijk moeten nog {onDisks} kopieën worden gewist.", $"{onDisks} copies are yet to be wiped from hard disks of the practice.")],
    };
}
