using WelWee3D.Consent;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using static System.Net.WebUtility;

namespace WelWee3D.Orders.ByLink;

/// <summary>A client's page: each question with her answer to it, one button to change that, and before it what would go.</summary>
internal sealed class ConsentPage
{
    private readonly ConsentOverview overview;
    private readonly ConsentWords words;

    private ConsentPage(ConsentOverview overview) => (this.overview, words) = (overview, ConsentWords.In(overview.Language));

    /// <param name="isRefused">Whether what was answered last was not taken down: the page says so.</param>
    public static string Of(ConsentOverview overview, bool isRefused) => new ConsentPage(overview).Page(isRefused);

    /// <summary>For a link that leads to nothing.</summary>
    public static string Gone(string language)
    {
        var words = ConsentWords.In(language);
        return VisitorPage.Saying(words.GoneTitle, language, words.GoneText);
    }

    private string Page(bool isRefused) => VisitorPage.Of(words.Title, overview.Language, $"""
        <p class="soft between"><span>Wel &amp; Wee – 3D, {HtmlEncode($"{overview.Reference}")}</span><a href="?language={words.Other}" lang="{words.Other}" hreflang="{words.Other}">{words.OtherName}</a></p>
        <h1>{HtmlEncode(words.Title)}</h1>
        <p>{HtmlEncode(words.Intro)}</p>
        {(isRefused ? $"""<div class="mistakes" role="alert"><p>{HtmlEncode(words.Refused)}</p></div>""" : "")}
        {string.Concat(overview.Purposes.Select(Card))}
        {Looks()}
        {History()}
        <footer><p class="soft">{HtmlEncode(words.More)}</p></footer>
        """);

    private string Card(AskedPurpose asked) => $"""
        <section class="card" id="{PurposeNames.Of(asked.Purpose)}">
        <h2>{HtmlEncode(words.Heading(asked.Purpose))}</h2>
        {Standing(asked)}
        {(asked.Answer is { Answer: ConsentAnswer.Yes } ? Withdrawal(asked) : Question(asked))}
        </section>
        """;

    private string Standing(AskedPurpose asked) => asked.Answer is not { } answer
        ? $"<p class=\"soft\">{HtmlEncode(words.NotAnswered)}</p>"
        : $"""
          <p><span class="mark {(answer.Answer == ConsentAnswer.Yes ? "yes" : "no")}">{HtmlEncode(words.Answer(answer.Answer))}</span> <span class="soft">{HtmlEncode(words.Given(answer))}</span></p>
          {(answer.Text is { } text ? $"<details><summary>{HtmlEncode(words.WhatWasAnswered)}</summary><p lang=\"{answer.Language}\">{HtmlEncode(text)}</p></details>" : "")}
          """;

    private string Question(AskedPurpose asked) => $"""
        {(asked.Answer is { } answer && answer.Sha256 == asked.Sha256 ? "" : $"<p>{HtmlEncode(asked.Text)}</p>")}
        <div class="actions">
        {Button(asked, "yes", words.Agree(asked.Purpose))}
        {(asked.Answer is null ? Button(asked, "no", words.Disagree) : "")}
        </div>
        """;

    private string Withdrawal(AskedPurpose asked) => $"""
        <div class="goes">
        <p><strong>{HtmlEncode(words.Withdrawing)}</strong> {HtmlEncode(words.Meaning(asked, overview.State))}</p>
        {(asked.GoesOnWithdrawal.Count == 0 ? "" : $"<ul>{string.Concat(asked.GoesOnWithdrawal.Select(goes => $"<li>{HtmlEncode(words.Goes(goes))}</li>"))}</ul>")}
        {Button(asked, "withdrawn", words.Withdraw(asked))}
        </div>
        """;

    /// <summary>What the page has told goes with the button: who presses it knows. No answer looks better than another.</summary>
    private string Button(AskedPurpose asked, string answer, string label) => $"""
        <form method="post">
        {Hidden("purpose", PurposeNames.Of(asked.Purpose))}{Hidden("answer", answer)}{Hidden("textVersion", asked.TextVersion)}{Hidden("language", overview.Language)}{Hidden("destroysNow", "true")}
        <button class="plain">{HtmlEncode(label)}</button>
        </form>
        """;

    private string Looks() => overview.Looks.Count == 0 ? "" : $"""
        <section class="card" id="looks">
        <h2>{HtmlEncode(words.WhoLooked)}</h2>
        <ul>{string.Concat(overview.Looks.Select(look => $"<li>{HtmlEncode(words.Told(look))}</li>"))}</ul>
        </section>
        """;

    private string History() => overview.Answers.Count == 0 ? "" : $"""
        <details><summary>{HtmlEncode(words.AllAnswers)}</summary>
        <ol>{string.Concat(overview.Answers.Select(answer => $"<li>{HtmlEncode(words.Told(answer))}</li>"))}</ol>
        </details>
        """;

    private static string Hidden(string name, string value) => $"""<input type="hidden" name="{name}" value="{HtmlEncode(value)}">""";
}
