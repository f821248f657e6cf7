using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace WelWee3D.Http;

/// <summary>What the pages that the app writes look like: files of the build of <c>web/</c>, whose names change with what is in them.</summary>
internal static partial class PageLook
{
    private const string Names = "names.json";
    private const string Style = "client.css";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "pages");

    private static readonly Lazy<FrozenDictionary<string, string>> Named = new(() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(Folder, Names)))!.ToFrozenDictionary());

    private static readonly Lazy<string> Whole = new(() => FontFace().Replace(File.ReadAllText(Path.Combine(Folder, Named.Value[Style])), ""));

    /// <summary>What a page of the app loads.</summary>
    public static string Links => $"""
        <link rel="icon" href="{AddressOf("icon.svg")}" type="image/svg+xml">
        <link rel="preload" href="{AddressOf("font.woff2")}" as="font" type="font/woff2" crossorigin>
        <link rel="stylesheet" href="{AddressOf(Style)}">
        """;

    /// <summary>The same for a page that opens from disk, and can load nothing: in the letters that its machine has.</summary>
    public static string Within => $"<style>{Whole.Value}</style>";

    public static string Script(string name) => $"""<script type="module" src="{AddressOf(name)}"></script>""";

    private static string AddressOf(string name) => $"/web/{Named.Value[name]}";

    [GeneratedRegex("@font-face *\\{[^}]*\\}")]
    private static partial Regex FontFace();
}
