using static System.Net.WebUtility;

namespace WelWee3D.Contact;

/// <summary>What the pages for visitors have in common.</summary>
internal static class VisitorPage
{
    /// <param name="body">As HTML.</param>
    public static string Of(string title, string language, string body) => $"""
        <!doctype html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{HtmlEncode(title)} – Wel &amp; Wee 3D</title>
        <style>{ContactStyle.Css}</style>
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>
        """;
}
