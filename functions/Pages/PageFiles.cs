using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Pages;

/// <summary>What the build of <c>web/</c> left beside the app: each file as it is, and in brotli and gzip where that is shorter.</summary>
public sealed class PageFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "pages");

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".wasm"] = "application/wasm",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    private static readonly (string Encoding, string Ending)[] Shorter = [("br", ".br"), ("gzip", ".gz")];

    // What is asked for is looked up, and never made into a path.
    private readonly Lazy<FrozenSet<string>> names = new(() => Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).ToFrozenSet());

    /// <summary>The one script that other websites take from here: it holds the forms.</summary>
    public static bool IsForWebsites(string name) => name.StartsWith("forms-", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal);

    /// <summary>A file as the caller can read it; null where there is none of that name.</summary>
    public IResult? Find(string name, HttpRequest request)
    {
        if (!names.Value.Contains(name) || Types.GetValueOrDefault(Path.GetExtension(name)) is not { } type)
            return null;
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var (encoding, ending) = Shorter.FirstOrDefault(each => names.Value.Contains(name + each.Ending) && Takes(accepted, each.Encoding));
        var file = Results.File(Path.Combine(Folder, name + ending), type).With(
            HeaderNames.Vary, IsForWebsites(name) ? $"{HeaderNames.AcceptEncoding}, {HeaderNames.Origin}" : HeaderNames.AcceptEncoding);
        return encoding is null ? file : file.With(HeaderNames.ContentEncoding, encoding);
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(each => each.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && each.Quality is not 0);
}
