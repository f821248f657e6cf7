using static System.Net.WebUtility;

namespace WelWee3D.Http;

/// <summary>What the pages for visitors have in common.</summary>
internal static class VisitorPage
{
    /// <param name="body">As HTML.</param>
    /// <param name="script">What the browser itself must do on it, where there is anything.</param>
    public static string Of(string title, string language, string body, string? script = null) =>
        Page(title, language, $"{PageLook.Links}{(script is null ? "" : $"\n{PageLook.Script(script)}")}", body);

    /// <summary>One that opens from disk, and asks nobody for anything.</summary>
    public static string Alone(string title, string language, string body) => Page(title, language, PageLook.Within, body);

    /// <summary>One that only says something.</summary>
    public static string Saying(string title, string language, params IEnumerable<string> said) => Of(
        title, language, string.Join('\n', said.Select(Paragraph).Prepend($"<h1>{HtmlEncode(title)}</h1>").Prepend(Top(language))));

    /// <summary>Whose page it is, and its other language one click away.</summary>
    /// <param name="about">What is said behind the name, where there is anything.</param>
    public static string Top(string language, string? about = null)
    {
        var (other, name) = language == "en" ? ("nl", "Nederlands") : ("en", "English");
        return $"""<div class="top"><span>Wel &amp; Wee – 3D{(about is null ? "" : $", {HtmlEncode(about)}")}</span><a href="?{Preferences.LanguageParameter}={other}" lang="{other}" hreflang="{other}">{name}</a></div>""";
    }

    /// <param name="body">As HTML.</param>
    public static string Card(string title, string body) => $"""
        <section class="card">
        <h2>{HtmlEncode(title)}</h2>
        {body}
        </section>
        """;

    public static string Paragraph(string text) => $"<p>{HtmlEncode(text)}</p>";

    /// <param name="items">As HTML.</param>
    public static string List(IEnumerable<string> items) => $"<ul>{string.Concat(items.Select(item => $"<li>{item}</li>\n"))}</ul>";

    /// <summary>Folded away until somebody wants to read it.</summary>
    /// <param name="body">As HTML.</param>
    public static string Folded(string summary, string body) => $"<details><summary>{HtmlEncode(summary)}</summary>{body}</details>";

    /// <summary>A field of a form with its label, and what is wrong with it between the two.</summary>
    /// <param name="control">As HTML.</param>
    /// <param name="wrong">Null when nothing is.</param>
    public static string Field(string name, string label, string control, string? wrong, string? hint) => $"""
        <div{(wrong is null ? "" : """ class="wrong" """.TrimEnd())}>
        <label for="{name}">{HtmlEncode(label)}{(hint is null ? "" : $""" <span class="soft">{HtmlEncode(hint)}</span>""")}</label>
        {(wrong is null ? "" : $"""<p class="why" id="{name}-why">{HtmlEncode(wrong)}</p>""")}
        {control}
        </div>
        """;

    /// <summary>A field that goes along; nothing where there is no value.</summary>
    public static string Hidden(string name, string? value) => value is null ? "" : $"""<input type="hidden" name="{name}" value="{HtmlEncode(value)}">""";

    /// <summary>The attributes of a control with which something is wrong.</summary>
    public static string Described(string name) => $""" aria-invalid="true" aria-describedby="{name}-why" """.TrimEnd();

    private static string Page(string title, string language, string look, string body) => $"""
        <!doctype html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{HtmlEncode(title)} – Wel &amp; Wee 3D</title>
        {look}
        </head>
        <body>
        <main class="narrow">
        {body}
        </main>
        </body>
        </html>
        """;
}
