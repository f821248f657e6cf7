using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Exports;

/// <summary>What somebody sees before they fetch their package: what is in it, how large it is and until when, and one button.</summary>
internal static class FetchPage
{
    private const string Descriptor = "datapackage.json";

    /// <summary>What a package tells of itself, without reading the rest of it.</summary>
    public static async Task<ToldPackage> ToldBy(BlobStream content, CancellationToken cancellation)
    {
        var file = new ScanFile(content.Again, content.Length);
        var entry = (await ZipDirectory.Read(file, cancellation)).Single(each => each.Name == Descriptor);
        await using var told = new ZipContent(file, entry);
        return (await JsonSerializer.DeserializeAsync<ToldPackage>(told, StoredJson.Options, cancellation))!;
    }

    /// <param name="isForAnother">Whether whose data they are asked that they be sent to somebody else, who fetches them.</param>
    public static string Of(ToldPackage told, long bytes, DateOnly last, bool isForAnother, string language)
    {
        var words = PlainWords.In(language);
        var title = isForAnother ? words.Either("Gegevens ophalen", "Fetch data") : words.Either("Je gegevens ophalen", "Fetch your data");
        return VisitorPage.Of(title, language, $"""
            {VisitorPage.Top(language)}
            <h1>{title}</h1>
            <p>{(isForAnother
                ? words.Either("In dit pakket zitten gegevens van een cliënt van ons, die vroeg ze aan jou te sturen.", "In this package is data of a client of ours, who asked us to send it to you.")
                : words.Either("In dit pakket zit een kopie van je gegevens.", "In this package is a copy of your data."))} {words.Either("Je kunt het ophalen tot en met", "You can fetch it up to and including")} <strong>{words.Date(last)}</strong>. {words.Either("Daarna gaat het weg. Vraag dan gerust een nieuw.", "After that it goes. Do ask for another then.")}</p>
            <div class="actions"><a class="button" href="?{FetchExport.DownloadParameter}" download>{words.Either($"Haal het pakket op ({Size(bytes, words)})", $"Fetch the package ({Size(bytes, words)})")}</a></div>
            {VisitorPage.Card(words.Either("Wat erin zit", "What is in it"), VisitorPage.List(Contents(told, words)))}
            {VisitorPage.Card(words.Either("Hoe open je het?", "How do you open it?"), VisitorPage.Paragraph(How(told, words)))}
            <p class="soft">{HtmlEncode(isForAnother ? words.Either(
                "Er kunnen scans van haar lichaam in zitten. Verwacht je dit niet? Haal het dan niet op, en laat het ons weten.",
                "There may be scans of her body in it. Did you not expect this? Then do not fetch it, and let us know.") : words.Either(
                "Er kunnen scans van je lichaam in zitten. Haal het op waar niemand meekijkt, en bewaar het op een plek die van jou is.",
                "There may be scans of your body in it. Fetch it where nobody looks on, and keep it in a place that is yours."))}</p>
            """);
    }

    /// <summary>For a link that leads to nothing, or not yet, or no longer.</summary>
    public static string Refused(int status, string language)
    {
        var words = PlainWords.In(language);
        return status switch
        {
            StatusCodes.Status503ServiceUnavailable => VisitorPage.Saying(
                words.Either("Je pakket wordt nog gemaakt", "Your package is still being made"), language,
                words.Either("Laad deze pagina over een minuut opnieuw. Je hoeft niets anders te doen.", "Load this page again in a minute. You need not do anything else.")),
            StatusCodes.Status409Conflict => VisitorPage.Saying(
                words.Either("Dit pakket is niet meer op te halen", "This package can no longer be fetched"), language,
                words.Either(
                    "Sinds het is gemaakt, mag wat erin zit alleen nog worden bewaard. Vraag de praktijk om een nieuw.",
                    "Since it was made, what is in it may only be stored. Ask the practice for another.")),
            _ => VisitorPage.Saying(
                words.Either("Deze link werkt niet meer", "This link no longer works"), language,
                words.Either(
                    "Een pakket is een week op te halen. Daarna gaat het weg, net als wanneer iets dat erin zit wordt vernietigd. Vraag de praktijk om een nieuw, of kijk of je de link helemaal hebt overgenomen.",
                    "A package can be fetched for a week. After that it goes, as it does when something in it is destroyed. Ask the practice for another, or see whether you copied the whole link.")),
        };
    }

    private static IEnumerable<string> Contents(ToldPackage told, PlainWords words)
    {
        foreach (var table in told.Resources.Where(each => each.Type is not null))
            yield return $"{HtmlEncode(table.Title)} <span class=\"soft\">{HtmlEncode(table.RowCount == 1 ? words.Either("1 regel", "1 row") : words.Either($"{words.Number(table.RowCount ?? 0)} regels", $"{words.Number(table.RowCount ?? 0)} rows"))}</span>";
        foreach (var file in told.Resources.Where(each => each.Type is null && each.Path != PackagePage.File))
            yield return $"{words.Either("Bestand", "File")} <span class=\"address\">{HtmlEncode(file.Path[(file.Path.LastIndexOf('/') + 1)..])}</span> <span class=\"soft\">{Size(file.Bytes, words)}</span>";
    }

    private static string How(ToldPackage told, PlainWords words) => told.Resources.Any(each => each.Path == PackagePage.File)
        ? words.Either(
            "Het is een zip-bestand. Pak het uit en open index.html: daar staat in gewone woorden wat we van je bewaren, waarom en tot wanneer.",
            "It is a zip file. Unpack it and open index.html: that tells in plain words what we keep of you, why and until when.")
        : words.Either(
            "Het is een zip-bestand. Een ander bedrijf kan het inlezen: in datapackage.json staat wat erin staat, volgens de standaard Data Package.",
            "It is a zip file. Another company can read it in: datapackage.json tells what is in it, by the Data Package standard.");

    private static string Size(long bytes, PlainWords words) => bytes < 1_000_000
        ? $"{words.Number(Math.Max(1, bytes / 1000))} kB"
        : $"{words.Number(bytes / 1_000_000)} MB";
}

/// <summary>As much of what a package says of itself as the page tells.</summary>
internal sealed record ToldPackage(IReadOnlyList<ToldFile> Resources);

/// <param name="Type">Null of a file that is no table.</param>
internal sealed record ToldFile(string Path, long Bytes, string? Title, string? Type, int? RowCount);
