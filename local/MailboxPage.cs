using System.Globalization;
using WelWee3D.Storage;
using static System.Net.WebUtility;

namespace WelWee3D.Local;

internal static class MailboxPage
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Render(IReadOnlyList<Mailbox.Letter> letters) => $$"""
        <!doctype html>
        <html lang="nl">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Postvak ({{letters.Count}}) – Wel &amp; Wee 3D</title>
          <style>
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
            body { max-width: 50rem; margin: 0 auto; padding: 1rem; }
            article { border: 1px solid; border-radius: .5rem; padding: 0 1rem 1rem; margin: 1.5rem 0; }
            h2 { margin-bottom: 0; overflow-wrap: anywhere; }
            iframe { width: 100%; height: 24rem; border: 1px solid; background: white; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
            summary { cursor: pointer; padding: .5rem 0; }
          </style>
        </head>
        <body>
          <main>
            <h1>Postvak</h1>
            <p>Brieven die de app verstuurt, komen hier aan en gaan nergens anders heen. De nieuwste staat bovenaan.</p>
            <p lang="en">Letters that the app sends arrive here and go nowhere else. The newest is on top.</p>
            <div id="letters">
        {{(letters.Count == 0
            ? """<p>Nog geen brieven. <span lang="en">No letters yet.</span></p>"""
            : string.Concat(letters.Select(Article)))}}
            </div>
          </main>
          <script>
            // Reloads only when a letter came in, so that nobody loses their place while reading.
            setInterval(async () => {
              const letters = await (await fetch('/local/mail')).json();
              if (letters.length !== {{letters.Count}}) location.reload();
            }, 3000);
          </script>
        </body>
        </html>
        """;

    private static string Article(Mailbox.Letter letter) => $"""
              <article>
                <h2>{HtmlEncode(letter.Subject)}</h2>
                <p>Aan <span lang="en">(to)</span> {HtmlEncode(letter.To)}, {Moment(letter.SentAt)}</p>
                {Body(letter)}
              </article>

        """;

    private static string Body(Mailbox.Letter letter)
    {
        var text = $"<pre>{HtmlEncode(letter.Text)}</pre>";
        if (letter.Html is null)
            return text;
        // Nothing in a letter runs here; its links open beside the mailbox.
        return $"""
            <iframe title="{HtmlEncode(letter.Subject)}" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="{HtmlEncode($"<base target=_blank>{letter.Html}")}"></iframe>
                <details><summary>Alleen tekst <span lang="en">(plain text)</span></summary>{text}</details>
            """;
    }

    private static string Moment(DateTimeOffset sent)
    {
        var local = TimeZoneInfo.ConvertTime(sent, Amsterdam.Zone);
        return $"""<time datetime="{local:yyyy-MM-dd'T'HH:mm:sszzz}">{HtmlEncode(local.ToString("d MMMM yyyy, HH:mm:ss", Dutch))}</time>""";
    }
}
