using QRCoder;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Scans.Proof;

/// <summary>
/// A letter of one side of A4 for a client to keep, with a code for her telephone that leads to the proof. It names nobody: whose scan it
/// was, only who has the letter knows.
/// </summary>
internal static class ProofLetter
{
    /// <param name="key">That by which the log is signed.</param>
    /// <param name="address">Of the proof, with the key behind it.</param>
    public static string Of(FoundProof proof, string language, string key, Uri address, string practice)
    {
        var words = PlainWords.In(language);
        var title = words.Either("Je scan is vernietigd", "Your scan has been destroyed");
        return VisitorPage.Of(title, language, $"""
            {VisitorPage.Top(language)}
            <p class="on-paper soft">Wel &amp; Wee – 3D</p>
            <h1>{title}</h1>
            <p class="large">{HtmlEncode(Destroyed(proof, words))}</p>
            <p>{HtmlEncode(words.Derived(proof.Line.Why))}</p>
            {Code(address, words)}
            <h2>{words.Either("De sleutel", "The key")}</h2>
            <p>{words.Either(
                "Het bewijs is ondertekend met deze sleutel. Als je het nakijkt, vergelijkt je browser hem met die van de openbare lijst. Zo zie je het ook als wij er later iets aan zouden veranderen.",
                "The proof is signed with this key. When you check it, your browser compares it with that of the public list. So you would see it, too, if we were to change something later.")}</p>
            <p><code class="large">{HtmlEncode(key)}</code></p>
            <p class="soft">{words.Either(
                "Je naam staat niet op deze brief en niet op het bewijs. Bewaar hem: wij weten straks niet meer van wie de scan was.",
                "Your name is neither on this letter nor on the proof. Keep it: after a while we will no longer know whose scan it was.")} {HtmlEncode(words.Either($"Vragen? Schrijf naar {practice}.", $"Questions? Write to {practice}."))}</p>
            <p class="screen soft">{words.Either("Druk deze pagina af met Ctrl+P, of met “Afdrukken” in het menu van je browser.", "Print this page with Ctrl+P, or with “Print” in the menu of your browser.")}</p>
            """);
    }

    /// <summary>The code that leads to the proof, with the address that is in it.</summary>
    public static string Code(Uri address, PlainWords words) => $"""
        <div class="code">
        {Drawn(address, words)}
        <div>
        <p><strong>{words.Either("Het bewijs op je telefoon", "The proof on your telephone")}</strong></p>
        <p>{words.Either("Richt de camera van je telefoon op de code en open de link. Daar staat het bewijs, en je kunt het er nakijken.", "Point the camera of your telephone at the code and open the link. The proof is there, and you can check it there.")}</p>
        <p class="soft address">{HtmlEncode(address.AbsoluteUri)}</p>
        </div>
        </div>
        """;

    private static string Drawn(Uri address, PlainWords words)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        // A run of dark squares is one piece of the path.
        var path = string.Concat(rows.Index().SelectMany(row => Runs(row.Item, rows.Count).Select(run => $"M{run.From} {row.Index}h{run.Length}v1h-{run.Length}z")));
        return $"""<svg role="img" aria-label="{words.Either("Code die naar het bewijs leidt", "Code that leads to the proof")}" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="#000" d="{path}"/></svg>""";
    }

    private static IEnumerable<(int From, int Length)> Runs(System.Collections.BitArray row, int width)
    {
        for (var at = 0; at < width; at++)
        {
            var from = at;
            while (at < width && row[at])
                at++;
            if (at > from)
                yield return (from, at - from);
        }
    }

    private static string Destroyed(FoundProof proof, PlainWords words)
    {
        var on = words.Date(Amsterdam.DateOf(proof.Certificate?.Read().DestroyedAt ?? proof.Line.DecidedAt));
        return words.Either(
            $"Op {on} hebben we een scan vernietigd die van jou was. Wat er vernietigd is, waarom en wanneer, staat in een bewijs.",
            $"On {on} we destroyed a scan that was yours. What was destroyed, why and when is told by a proof.");
    }
}
