using static System.Net.WebUtility;

namespace WelWee3D.Http;

/// <summary>What a form tells that is given back to be mended.</summary>
internal static class FormMistakes
{
    public static string Title(string title, string language) => $"{(language == "en" ? "Error" : "Fout")}: {title}";

    /// <summary>How many things are wrong, and each by the words that stand beside its field.</summary>
    /// <param name="notice">What is wrong with the form as a whole; null when nothing is.</param>
    public static string Summary(string language, string? notice, IReadOnlyList<(string Field, string Why)> wrong) => $"""
        <div class="mistakes" role="alert">
        <h2>{HtmlEncode(Counted(wrong.Count + (notice is null ? 0 : 1), language))}</h2>
        <ul>
        {(notice is null ? "" : $"<li>{HtmlEncode(notice)}</li>")}
        {string.Concat(wrong.Select(each => $"""<li><a href="#{each.Field}">{HtmlEncode(each.Why)}</a></li>"""))}
        </ul>
        </div>
        """;

    private static string Counted(int count, string language) => (language, count) switch
    {
        ("en", 1) => "One thing is not right yet",
        ("en", _) => $"{count} things are not right yet",
        (_, 1) => "Eén ding klopt nog niet",
        _ => $"{count} dingen kloppen nog niet",
    };
}
