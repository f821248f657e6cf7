using WelWee3D.Http;
using static System.Net.WebUtility;

namespace WelWee3D.Notices;

/// <summary>A recipient's page: what to do, about what, and a button for each answer. It needs no script.</summary>
internal static class NoticePage
{
    public static string Of(RecipientNotice notice, NoticeShown shown, NoticeWords words) => VisitorPage.Of(words.Title, words.Language, $"""
        {VisitorPage.Top(words.Language, $"{shown.Order}")}
        <h1>{HtmlEncode(words.Title)}</h1>
        <p>{HtmlEncode(words.ToDo(shown.Cause))}</p>
        <section class="card">
        <h2>{HtmlEncode(words.GivenOn)}</h2>
        <ul>{string.Concat(shown.Given.Select(given => $"<li>{HtmlEncode(words.Given(given))}</li>"))}</ul>
        {Right(shown, words)}
        </section>
        <p><span class="mark {(shown.State == NoticeState.Done ? "yes" : "no")}">{HtmlEncode(words.State(notice))}</span></p>
        <div class="actions">
        {(shown.State is not (NoticeState.Acknowledged or NoticeState.Done) ? Button("read", words.Read) : "")}
        {(shown.State != NoticeState.Done ? Button("done", words.Done) : "")}
        </div>
        <footer><p class="soft">{HtmlEncode(words.Law)}</p></footer>
        """);

    /// <summary>For a link that leads to nothing.</summary>
    public static string Gone(NoticeWords words) => VisitorPage.Saying(words.GoneTitle, words.Language, words.GoneText);

    private static string Right(NoticeShown shown, NoticeWords words) => shown switch
    {
        { Cause: not NoticeCause.Rectification } => "",
        { Now: { } now } => $"""
            <h2>{HtmlEncode(words.NewValues)}</h2>
            <ul>{string.Concat(now.Lines().Select(line => $"<li>{HtmlEncode($"{words.Detail(line.Detail)}: {line.Value}")}</li>"))}</ul>
            """,
        { Restricted: true } => $"<p>{HtmlEncode(words.RestrictedValues)}</p>",
        _ => $"<p>{HtmlEncode(words.NoValues)}</p>",
    };

    private static string Button(string answer, string label) => $"""
        <form method="post">
        <input type="hidden" name="answer" value="{answer}">
        <button class="button">{HtmlEncode(label)}</button>
        </form>
        """;
}
