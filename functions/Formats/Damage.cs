using System.Reflection;
using System.Text.RegularExpressions;

namespace WelWee3D.Formats;

/// <summary>
/// What can keep a file from being a scan. It is stored in English, with its numbers, and told to the practice in Dutch. Words
/// of a format stand in quotes, and stay as they are.
/// </summary>
public sealed record Damage(string English, string Dutch)
{
    public static readonly Damage Empty = new(
        "The file is empty.",
        "Het bestand is leeg.");

    public static readonly Damage NoFormat = new(
        "The file is in none of the 3D formats that can be read.",
        "Het bestand heeft geen 3D-formaat dat kan worden gelezen.");

    public static readonly Damage Utf16 = new(
        "The file is text in UTF-16. It can be read once it is saved as ASCII or UTF-8.",
        "Het bestand is tekst in UTF-16. Het kan worden gelezen als het wordt opgeslagen als ASCII of UTF-8.");

    public static readonly Damage NoTriangles = new(
        "The file holds no triangles.",
        "In het bestand staan geen driehoeken.");

    public static readonly Damage NoneFinite = new(
        "Each triangle in the file has a coordinate that is not a finite number.",
        "Elke driehoek in het bestand heeft een coördinaat die geen eindig getal is.");

    // Of what was read before such triangles were counted.
    public static readonly Damage NotFinite = new(
        "Triangle {0} has a coordinate that is not a finite number.",
        "Driehoek {0} heeft een coördinaat die geen eindig getal is.");

    public static readonly Damage EndsInTriangle = new(
        "The file ends before triangle {0} of {1} is complete.",
        "Het bestand houdt op voordat driehoek {0} van {1} compleet is.");

    public static readonly Damage MoreTriangles = new(
        "More follows after the {0} triangles that the file announces.",
        "Na de {0} driehoeken die het bestand aankondigt, volgt nog meer.");

    public static readonly Damage EndsInSolid = new(
        "The file ends after line {0}, before the solid is complete.",
        "Het bestand houdt op na regel {0}, voordat het model compleet is.");

    public static readonly Damage OtherWord = new(
        "Line {0}: '{1}' was expected.",
        "Regel {0}: hier werd '{1}' verwacht.");

    public static readonly Damage NoVertex = new(
        "Line {0}: a vertex must be three numbers.",
        "Regel {0}: een hoekpunt moet uit drie getallen bestaan.");

    // Of what was read before numbers that are not finite were counted.
    public static readonly Damage NoFiniteVertex = new(
        "Line {0}: a vertex must be three finite numbers.",
        "Regel {0}: een hoekpunt moet uit drie eindige getallen bestaan.");

    public static readonly Damage LongLine = new(
        "Line {0} is longer than {1} KiB.",
        "Regel {0} is langer dan {1} KiB.");

    public static readonly Damage NoCorner = new(
        "Line {0}: a corner of a face must be the number of a vertex before it.",
        "Regel {0}: een hoek van een vlak moet het nummer zijn van een hoekpunt dat ervoor staat.");

    public static readonly Damage TooManyVertices = new(
        "The file holds more than {0} vertices.",
        "In het bestand staan meer dan {0} hoekpunten.");

    public static readonly Damage NoHeader = new(
        "The header does not say in the words of the format what follows.",
        "Aan het begin van het bestand staat niet in de woorden van het formaat wat erin staat.");

    public static readonly Damage EndsInElement = new(
        "The file ends before row {0} of {1} of an element is complete.",
        "Het bestand houdt op voordat regel {0} van {1} van een onderdeel compleet is.");

    public static readonly Damage NoNumber = new(
        "Row {0} of the vertices holds a word that is no number.",
        "Regel {0} van de hoekpunten bevat een woord dat geen getal is.");

    public static readonly Damage LongRow = new(
        "Row {0} of an element is longer than {1} KiB.",
        "Regel {0} van een onderdeel is langer dan {1} KiB.");

    public static readonly Damage LongList = new(
        "Row {0} of an element has a list of other than 0 to {1} values.",
        "In regel {0} van een onderdeel staat een lijst met iets anders dan 0 tot {1} waarden.");

    public static readonly Damage NoSuchVertex = new(
        "Face {0} has a corner that is not among the vertices before it.",
        "Vlak {0} heeft een hoek die niet bij de hoekpunten ervoor staat.");

    public static readonly Damage OtherGltf = new(
        "The file is glTF {0}; glTF 2 can be read.",
        "Het bestand is glTF {0}; glTF 2 kan worden gelezen.");

    public static readonly Damage ShorterThanSaid = new(
        "The file announces {0} bytes and has {1}.",
        "Het bestand kondigt {0} bytes aan en heeft er {1}.");

    public static readonly Damage BadJson = new(
        "The JSON in the file does not say what the format asks for.",
        "De JSON in het bestand zegt niet wat het formaat vraagt.");

    public static readonly Damage Compressed = new(
        "The mesh is compressed with {0}, which cannot be read.",
        "Het model is gecomprimeerd met {0}, en dat kan niet worden gelezen.");

    public static readonly Damage Extension = new(
        "The file needs an extension of its format that cannot be read.",
        "Het bestand heeft een uitbreiding van zijn formaat nodig die niet kan worden gelezen.");

    public static readonly Damage Elsewhere = new(
        "The mesh is in another file.",
        "Het model staat in een ander bestand.");

    public static readonly Damage OutsideBuffer = new(
        "The file says that numbers lie where it has none.",
        "Volgens het bestand staan er getallen op een plaats waar het er geen heeft.");

    public static readonly Damage TooMuch = new(
        "The file asks for more than {0} parts.",
        "Het bestand vraagt om meer dan {0} onderdelen.");

    public static readonly Damage BadZip = new(
        "The ZIP is damaged, or cut off.",
        "De ZIP is beschadigd of afgekapt.");

    public static readonly Damage OtherZip = new(
        "The ZIP is encrypted, or packed in a way that cannot be read.",
        "De ZIP is versleuteld, of ingepakt op een manier die niet kan worden gelezen.");

    public static readonly Damage ManyEntries = new(
        "The ZIP holds more than {0} files.",
        "In de ZIP zitten meer dan {0} bestanden.");

    public static readonly Damage LargeZip = new(
        "The ZIP holds more than {0} GiB.",
        "In de ZIP zit meer dan {0} GiB.");

    public static readonly Damage Bomb = new(
        "A file in the ZIP is more than {0} times as large as it is packed.",
        "Een bestand in de ZIP is meer dan {0} keer zo groot als het is ingepakt.");

    public static readonly Damage NoMesh = new(
        "The ZIP holds no file in a 3D format that can be read.",
        "In de ZIP zit geen bestand met een 3D-formaat dat kan worden gelezen.");

    public static readonly Damage BadChecksum = new(
        "A file in the ZIP does not have the checksum that the ZIP states.",
        "Een bestand in de ZIP heeft niet het controlegetal dat de ZIP noemt.");

    public static readonly Damage NestedZip = new(
        "The ZIP holds a 3MF file or another ZIP. What is in it can be read when it is sent by itself.",
        "In de ZIP zit een 3MF-bestand of nog een ZIP. Wat erin zit, kan worden gelezen als het los wordt opgestuurd.");

    public static readonly Damage ManyMeshes = new(
        "The ZIP holds more than one 3D file.",
        "In de ZIP zit meer dan één 3D-bestand.");

    public static readonly Damage BadXml = new(
        "The XML in the file does not say what the format asks for.",
        "De XML in het bestand zegt niet wat het formaat vraagt.");

    public static IReadOnlyList<Damage> All { get; } =
    [
        .. typeof(Damage).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(Damage)).Select(field => (Damage)field.GetValue(null)!),
    ];

    public string With(params object[] values) => string.Format(CultureInfo.InvariantCulture, English, values);

    /// <summary>What was told in English, in Dutch; null where nothing was, and for what this version does not know.</summary>
    public static string? InDutch(string? told)
    {
        if (told is null)
            return null;
        foreach (var damage in All)
            if (Regex.Match(told, damage.Pattern(), RegexOptions.CultureInvariant) is { Success: true } match)
                return string.Format(
                    CultureInfo.InvariantCulture, damage.Dutch, [.. match.Groups.Values.Skip(1).Select(group => group.Value)]);
        return null;
    }

    // Where the English names its values in order, groups have the same numbers less one.
    private string Pattern() => $"^{Regex.Replace(Regex.Escape(English), @"\\\{[0-9]}", "([0-9A-Za-z_.:-]+)")}$";
}
