using System.Text.RegularExpressions;

namespace WelWee3D.Formats;

/// <summary>What is told of a scan beside its numbers, in Dutch. It is stored in English, as <see cref="Damage"/> is.</summary>
public static class WarningWords
{
    private static readonly (Regex Told, Func<GroupCollection, string> Dutch)[] Sentences =
    [
        (Sentence(@"The largest side measures ([^ ]+) ([^ ;]+); a body scanned in \w+ would measure ([^ ]+) to ([^ ]+) [^ .]+\.(?: The file may be in (.+)\.)?"),
            said => $"De langste kant meet {Number(said[1])} {said[2]}; bij een lichaam is dat {Number(said[3])} tot {Number(said[4])} {said[2]}."
                + (said[5].Success ? $" Misschien staat het bestand in {string.Join(" of ", said[5].Value.Split(" or ").Select(Unit))}." : "")),
        (Sentence(@"It encloses ([^ ]+) litres; a body has 1 to 400\."), said => $"De scan omsluit {Number(said[1])} liter; een lichaam heeft 1 tot 400 liter."),
        (Sentence(@"The surface is inside out: its triangles face inwards\."), _ => "Het oppervlak is binnenstebuiten: de driehoeken kijken naar binnen."),
        (Sentence(@"([0-9]+) triangles? ha(?:s|ve) no area\."), said => $"{Triangles(said[1])} geen oppervlak."),
        (Sentence(@"([0-9]+) triangles? ha(?:s|ve) a coordinate that is not a finite number\."), said => $"{Triangles(said[1])} een coördinaat die geen eindig getal is."),
        (Sentence(@"([0-9]+) bytes? follows? (.+)\."),
            said => said[1].Value == "1" ? $"Na {After(said[2])} volgt nog 1 byte." : $"Na {After(said[2])} volgen nog {said[1]} bytes."),
        (Sentence(@"Lines that state nothing the format knows: ([0-9]+)\."), said => $"Regels die in dit formaat niets betekenen: {said[1]}."),
    ];

    /// <returns>Null for what this version does not know.</returns>
    public static string? InDutch(string told)
    {
        foreach (var (sentence, dutch) in Sentences)
            if (sentence.Match(told) is { Success: true } match)
                return dutch(match.Groups);
        return null;
    }

    private static Regex Sentence(string pattern) => new($@"\A{pattern}\z", RegexOptions.CultureInvariant);

    private static string Number(Group number) => number.Value.Replace('.', ',');

    private static string Unit(string unit) => unit switch
    {
        "millimetres" => "millimeter",
        "centimetres" => "centimeter",
        "metres" => "meter",
        "inches" => "inch",
        _ => unit,
    };

    private static string Triangles(Group count) => count.Value == "1" ? "1 driehoek heeft" : $"{count} driehoeken hebben";

    private static string After(Group place) => place.Value switch
    {
        "the last triangle" => "de laatste driehoek",
        "the last solid" => "het laatste model",
        "the last element" => "het laatste onderdeel",
        _ => "het einde dat het bestand aankondigt",
    };
}
