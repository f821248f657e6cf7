using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Orders.ByLink;

/// <summary>A client's page: each question with her answer to it, one button to change that, and before it what would go.</summary>
internal sealed class ConsentPage
{
    private readonly ConsentOverview overview;
    private readonly ConsentWords words;
    private readonly PlainWords plain;

    private ConsentPage(ConsentOverview overview) =>
        (this.overview, words, plain) = (overview, new ConsentWords(overview.Language), PlainWords.In(overview.Language));

    /// <param name="isRefused">Whether what was answered last was not taken down: the page says so.</param>
    /// <param name="unchanged">What she decided to leave as it is.</param>
    public static string Of(ConsentOverview overview, bool isRefused, Purpose? unchanged = null) => new ConsentPage(overview).Page(isRefused, unchanged);

    /// <summary>For a link that leads to nothing.</summary>
    public static string Gone(string language)
    {
        var words = new ConsentWords(language);
        return VisitorPage.Saying(words.GoneTitle, language, words.GoneText);
    }

    private string Page(bool isRefused, Purpose? unchanged) => VisitorPage.Of(words.Title, overview.Language, $"""
        {VisitorPage.Top(overview.Language, $"{overview.Reference}")}
        <h1>{HtmlEncode(words.Title)}</h1>
        {(isRefused ? $"""<div class="note gone" role="alert"><p>{HtmlEncode(words.Refused)}</p></div>""" : "")}
        <p>{HtmlEncode(words.Intro)}</p>
        {string.Concat(overview.Purposes.Select(asked => Card(asked, asked.Purpose == unchanged)))}
        {Scans()}
        {Looks()}
        {History()}
        <footer><p>{HtmlEncode(words.More)} <a href="{ApiPaths.Of($"privacy-requests/form?{Preferences.LanguageParameter}={overview.Language}")}">{HtmlEncode(words.Request)}</a></p></footer>
        """);

    private string Card(AskedPurpose asked, bool isUnchanged) => $"""
        <section class="card" id="{PurposeNames.Of(asked.Purpose)}">
        <h2>{HtmlEncode(words.Heading(asked.Purpose))}</h2>
        {(isUnchanged ? $"""<p role="status"><strong>{HtmlEncode(words.Unchanged)}</strong></p>""" : "")}
        {Standing(asked)}
        {(asked.Answer is { Answer: ConsentAnswer.Yes } ? Withdrawal(asked) : Question(asked))}
        </section>
        """;

    private string Standing(AskedPurpose asked) => asked.Answer is not { } answer
        ? $"<p class=\"soft\">{HtmlEncode(words.NotAnswered)}</p>"
        : $"""
          <p><span class="mark {(answer.Answer == ConsentAnswer.Yes ? "yes" : "no")}">{HtmlEncode(words.Answer(answer.Answer))}</span> <span class="soft">{HtmlEncode(words.Given(answer))}</span></p>
          {Text(answer, words.WhatWasAnswered)}
          """;

    /// <summary>Exactly as it was, in the language that it was read in.</summary>
    private static string Text(AnsweredText answer, string summary) => answer.Text is not { } text ? "" : VisitorPage.Folded(
        summary, $"<blockquote class=\"said\" lang=\"{answer.Language}\"><p>{HtmlEncode(text)}</p></blockquote>");

    private string Question(AskedPurpose asked) => $"""
        {(asked.Answer is { } answer && answer.Sha256 == asked.Sha256 ? "" : $"<p>{HtmlEncode(asked.Text)}</p>")}
        {Warning(words.EarlierByYes, asked.GoesOnYes)}
        {Warning(words.EarlierByNo, asked.GoesOnNo)}
        <div class="actions">
        {Button(asked, "yes", words.Agree(asked.Purpose), "plain", asked.GoesOnYes)}
        {(asked.Answer is null ? Button(asked, "no", words.Disagree, "plain", asked.GoesOnNo) : "")}
        </div>
        """;

    private string Warning(string what, IReadOnlyList<GoesEarlier> goes) =>
        goes.Count == 0 ? "" : $"""<div class="note gone">{VisitorPage.Paragraph(what)}{Listed(goes)}</div>""";

    private string Listed(IReadOnlyList<GoesEarlier> goes) => goes.Count == 0
        ? ""
        : $"<ul>{string.Concat(goes.Select(each => $"<li>{HtmlEncode(words.Goes(each, overview.Today))}</li>"))}</ul>{VisitorPage.Paragraph(words.YouGetProof)}";

    /// <summary>To leave it is the filled button, and the first: it changes nothing. Of the other is told before it what it does.</summary>
    private string Withdrawal(AskedPurpose asked) => $"""
        <div class="note{(asked.GoesOnWithdrawal.Count > 0 ? " gone" : "")}">
        <h3>{HtmlEncode(words.Withdrawing)}</h3>
        <p>{HtmlEncode(words.Meaning(asked, overview))}</p>
        {Listed(asked.GoesOnWithdrawal)}
        <div class="actions">
        <a class="button" href="?{Preferences.LanguageParameter}={overview.Language}&amp;{ShowConsents.UnchangedParameter}={PurposeNames.Of(asked.Purpose)}#{PurposeNames.Of(asked.Purpose)}">{HtmlEncode(words.Leave(asked.Purpose))}</a>
        {Button(asked, "withdrawn", words.Withdraw(asked), asked.GoesOnWithdrawal.Count > 0 ? "gone" : "plain", asked.GoesOnWithdrawal)}
        </div>
        </div>
        """;

    /// <summary>What the page has told goes with the button: who presses it knows that, and nothing else goes soon because of it.</summary>
    private string Button(AskedPurpose asked, string answer, string label, string look, IReadOnlyList<GoesEarlier> told) => $"""
        <form method="post" action="?{Preferences.LanguageParameter}={overview.Language}">
        {VisitorPage.Hidden("purpose", PurposeNames.Of(asked.Purpose))}{VisitorPage.Hidden("answer", answer)}{VisitorPage.Hidden("textVersion", asked.TextVersion)}{VisitorPage.Hidden("language", overview.Language)}{(told.Count == 0 ? "" : VisitorPage.Hidden("destroysNow", "true") + VisitorPage.Hidden("told", GoesEarlier.Told(told)))}
        <button class="button {look}">{HtmlEncode(label)}</button>
        </form>
        """;

    /// <summary>When each is gone, and why then.</summary>
    private string Scans() => $"""
        <section class="card" id="scans">
        <h2>{HtmlEncode(words.WhenGone)}</h2>
        {(overview.Scans.Count == 0 ? VisitorPage.Paragraph(words.NoScans) : string.Concat(overview.Scans.Select(Kept)))}
        </section>
        """;

    private string Kept(KeptScan scan) => $"""
        <p>{HtmlEncode(words.Kept(scan, overview.Today))}</p>
        {VisitorPage.Folded(words.WorkedOut, VisitorPage.Paragraph(plain.Kept(scan.Retention, overview.Today)))}
        """;

    private string Looks() => $"""
        <section class="card" id="looks">
        <h2>{HtmlEncode(words.WhoLooked)}</h2>
        {(overview.Looks.Count == 0 ? VisitorPage.Paragraph(words.Nobody) : $"<ul>{string.Concat(overview.Looks.Select(look => $"<li>{HtmlEncode(words.Told(look))}</li>"))}</ul>{VisitorPage.Paragraph(words.EachLook)}")}
        </section>
        """;

    private string History() => overview.Answers.Count == 0 ? "" : VisitorPage.Folded(words.AllAnswers, $"""
        <ol>{string.Concat(overview.Answers.Select(answer => $"<li><p>{HtmlEncode(words.Told(answer))}</p>{Text(answer, words.ItsText)}</li>"))}</ol>
        """);
}
