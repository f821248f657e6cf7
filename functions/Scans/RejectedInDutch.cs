using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WelWee3D.Scans;

/// <summary>Why a file is no scan, as the letter to the practice tells it. Numbers and words of the format stay as they are.</summary>
internal static partial class RejectedInDutch
{
    private const string Otherwise = "Het bestand kan niet worden gelezen. Bij de scan staat waarom.";

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["The file is empty."] = "Het bestand is leeg.",
        ["The file is in none of the *D formats that can be read."] = "Het bestand heeft geen {0}D-formaat dat kan worden gelezen.",
        ["The file holds no triangles."] = "In het bestand staan geen driehoeken.",
        ["Triangle * has a coordinate that is not a finite number."] = "Driehoek {0} heeft een coördinaat die geen eindig getal is.",
        ["The file ends before triangle * of * is complete."] = "Het bestand houdt op voordat driehoek {0} van {1} compleet is.",
        ["More follows after the * triangles that the file announces."] = "Na de {0} driehoeken die het bestand aankondigt, volgt nog meer.",
        ["Line * is longer than * KiB."] = "Regel {0} is langer dan {1} KiB.",
        ["The file ends after line *, before the solid is complete."] = "Het bestand houdt op na regel {0}, voordat het model compleet is.",
        ["Line *: * was expected."] = "Regel {0}: hier werd {1} verwacht.",
        ["Line *: a vertex must be three finite numbers."] = "Regel {0}: een hoekpunt moet uit drie eindige getallen bestaan.",
    }.ToFrozenDictionary();

    public static string Of(string reason) => Known.TryGetValue(Varying().Replace(reason, "*"), out var dutch)
        ? string.Format(CultureInfo.InvariantCulture, dutch, [.. Varying().Matches(reason).Select(match => match.Value)])
        : Otherwise;

    [GeneratedRegex("[0-9]+|'[a-z]+'")]
    private static partial Regex Varying();
}
