using Microsoft.Net.Http.Headers;
using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Pages;

/// <summary>Pages, each with what it may load and ask: files of the app and the app, and nothing else.</summary>
public sealed class PageAnswers(PageFiles files, AllowedOrigins origins, IOptions<StaffOptions> staff)
{
    /// <summary>Asked anew each time: it names the files of this version.</summary>
    /// <param name="policies">The names under which its scripts may make markup of text; none where they make none.</param>
    /// <param name="signsIn">Whether it also asks whoever signs staff in.</param>
    public IResult Page(string name, HttpRequest request, string policies = "'none'", bool signsIn = false) =>
        files.Find(name, request)!
            .With(HeaderNames.CacheControl, "no-cache")
            .With("Cross-Origin-Opener-Policy", "same-origin")
            .With(HeaderNames.ContentSecurityPolicy, string.Join("; ",
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'", "img-src 'self'",
                $"connect-src 'self'{(signsIn ? $" {new Uri(staff.Value.Authority).GetLeftPart(UriPartial.Authority)}" : "")}",
                "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
                "require-trusted-types-for 'script'", $"trusted-types {policies}"));

    /// <summary>One whose name changes with what is in it.</summary>
    public IResult File(string name, HttpRequest request)
    {
        var isForWebsites = PageFiles.IsForWebsites(name);
        if (isForWebsites && origins.Refusal(request) is { } stranger)
            return stranger;
        return name.EndsWith(".html", StringComparison.Ordinal) || files.Find(name, request) is not { } file
            ? Answers.NotFound("file")
            : file.With(HeaderNames.CacheControl, "public, max-age=31536000, immutable")
                .With("Cross-Origin-Resource-Policy", isForWebsites ? "cross-origin" : "same-origin");
    }
}
