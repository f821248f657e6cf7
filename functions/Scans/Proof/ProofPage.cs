using WelWee3D.Http;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Scans.Proof;

/// <summary>What stands at the address of a proof beside the certificate, and as long as there is none, or when there never will be.</summary>
internal static class ProofPage
{
    private const string Script = "proof.js";

    /// <summary>What a client can do with the certificate: check it where she reads it, and have it on paper.</summary>
    /// <param name="key">That by which the log is signed, as her letter bears it.</param>
    /// <param name="address">Of this page, with the key behind it.</param>
    /// <param name="letter">Where the letter to print is.</param>
    public static ProofShown Beside(string language, string key, Uri address, string letter)
    {
        var words = PlainWords.In(language);
        return new($"""
            <section class="card screen" id="check">
            <h2>{words.Either("Klopt dit bewijs?", "Is this certificate right?")}</h2>
            <p>{words.Either(
                "Je hoeft ons niet te geloven. Van elk bewijs staat een vingerafdruk in een openbare lijst, waar onze handtekening onder staat. Je eigen browser kan nakijken of dit bewijs daarin staat, precies zoals je het hier leest.",
                "You need not take our word for it. Of each certificate a fingerprint is in a public list, which bears our signature. Your own browser can check that this certificate is in it, exactly as you read it here.")}</p>
            <noscript><p>{words.Either(
                "Daarvoor moet je browser JavaScript mogen uitvoeren. Het kan ook met een ander programma: hieronder staat waarmee.",
                "For that your browser must be allowed to run JavaScript. Another program can do it too: below it is told with what.")}</p></noscript>
            <div class="actions">
            <button class="button" type="button" id="check-now" hidden>{words.Either("Kijk dit bewijs na", "Check this certificate")}</button>
            <a class="button plain" data-keeps-key href="{HtmlEncode(letter)}">{words.Either("Brief om af te drukken", "Letter to print")}</a>
            </div>
            <div id="check-result" aria-live="polite"></div>
            {VisitorPage.Folded(words.Either("Wat wordt er nagekeken?", "What is checked?"), $"""
                <p>{words.Either(
                    "Je browser haalt de sleutel, de ondertekende stand van de lijst en een paar stukken van de lijst op, en rekent alles zelf na. Er gaat niets van je naar een ander.",
                    "Your browser fetches the key, the signed state of the list and some pieces of the list, and computes everything by itself. Nothing of yours goes to anybody else.")}</p>
                <p>{words.Either("De sleutel staat ook in de mail die je kreeg en op de brief:", "The key is also in the mail that you got and on the letter:")} <code>{HtmlEncode(key)}</code></p>
                <p>{words.Either("Met een ander programma: de sleutel is", "With another program: the key is at")} <code>/api/log/keys</code>, {words.Either("de stand", "the state at")} <code>/api/log/checkpoint</code>, {words.Either("de stukken", "the pieces at")} <code>/api/log/tile/…</code>, {words.Either("volgens", "by")} C2SP tlog-tiles.</p>
                """)}
            </section>
            {ProofLetter.Code(address, words)}
            """, Script);
    }

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
