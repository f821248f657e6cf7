using System.Text.RegularExpressions;

namespace WelWee3D.Local;

/// <summary>A path such as <c>scans/{orderId}/{name}</c>; a token takes everything up to the next slash, the last one all that is left.</summary>
public sealed partial class BlobPattern
{
    private readonly Regex regex;

    public BlobPattern(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || path.IndexOf('{', StringComparison.Ordinal) is >= 0 and var token && token < slash)
            throw new ArgumentException($"A blob path starts with the name of its container: {path}", nameof(path));
        Container = path[..slash];
        var name = path[(slash + 1)..];
        Prefix = name.Split('{')[0];
        regex = new Regex($"^{Token().Replace(Regex.Escape(name), OneToken)}$", RegexOptions.CultureInvariant);
    }

    public string Container { get; }

    /// <summary>What every name begins with: narrows the listing.</summary>
    public string Prefix { get; }

    /// <returns>The tokens' values, or null where the name does not fit.</returns>
    public IReadOnlyDictionary<string, string>? Match(string name)
    {
        if (regex.Match(name) is not { Success: true } match)
            return null;
        return match.Groups.Values
            .Where(group => group.Name != "0")
            .ToDictionary(group => group.Name, group => group.Value, StringComparer.OrdinalIgnoreCase);
    }

    // Regex.Escape escapes the opening brace only.
    [GeneratedRegex(@"\\\{(?<name>\w+)\}(?<end>$)?")]
    private static partial Regex Token();

    private static string OneToken(Match token) =>
        $"(?<{token.Groups["name"].Value}>{(token.Groups["end"].Success ? ".+" : "[^/]+")})";
}
