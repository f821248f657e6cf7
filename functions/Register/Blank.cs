using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Register;

/// <summary>What no system can know or judge, and the practice fills in itself.</summary>
public sealed record Blank(string Name, string Question);

internal static class Blanks
{
    private const string Line = "……………………………………………";

    public static IReadOnlyList<Blank> Of(IEnumerable<(string Name, Words Question)> blanks, PlainWords words) =>
        [.. blanks.Select(blank => new Blank(blank.Name, words.Of(blank.Question)))];

    /// <summary>Room to write on.</summary>
    public static string List(IEnumerable<Blank> blanks) =>
        VisitorPage.List(blanks.Select(blank => $"{HtmlEncode(blank.Question)} <span class=\"soft\">({HtmlEncode(blank.Name)})</span><br>{Line}"));
}
