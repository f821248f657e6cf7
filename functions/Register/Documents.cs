using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Register;

/// <summary>A document that the practice must be able to show: as JSON, as a page that prints, or its table as CSV.</summary>
/// <param name="Body">Of the page, as HTML.</param>
internal sealed record Document(object Json, string Title, string Body, IReadOnlyList<IReadOnlyList<string>> Rows);

internal static class Documents
{
    private const string Csv = "text/csv";

    /// <summary>In the form and the language that are asked for.</summary>
    public static async Task<IResult> Answer(HttpRequest request, Func<string, Task<Document>> make)
    {
        if (request.Language() is not { } language)
            return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
        var document = await make(language);
        var answer = request.Names(Csv) ? Results.Text(Lines(document.Rows), Csv)
            : request.PrefersHtml() ? Answers.Html(VisitorPage.Of(document.Title, language, $"<h1>{document.Title}</h1>\n{document.Body}"))
            : Answers.Ok(document.Json);
        return answer.With(HeaderNames.Vary, $"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}");
    }

    /// <summary>By RFC 4180.</summary>
    private static string Lines(IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(value => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
}
