using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Storage;
using static System.Net.WebUtility;

namespace WelWee3D.PrivacyRequests;

/// <summary>The form as a page that needs no script: every field as it was filled in, and what is wrong with it beside it.</summary>
internal sealed record RequestPage(WebsiteRequestForm Filled, string Language)
{
    private static readonly string[] Shown = ["kind", "name", "email", "phone", "text"];

    private readonly RequestWords words = RequestWords.In(Language);

    /// <summary>The fields that will not do.</summary>
    public IReadOnlySet<string> Wrong { get; init; } = new HashSet<string>();

    /// <summary>What is wrong with the form as a whole.</summary>
    public Func<RequestWords, string>? Notice { get; init; }

    public string Form() => VisitorPage.Of(IsWrong ? FormMistakes.Title(words.Title, Language) : words.Title, Language, $"""
        <h1>{Encoded(words.Title)}</h1>
        {(IsWrong ? Mistakes() : $"<p>{Encoded(words.Intro)}</p>")}
        <form method="post" action="{ApiPaths.Of("privacy-requests")}" accept-charset="utf-8" novalidate>
        {Field("kind", words.Kind, $"""<select id="kind" name="kind"{Described("kind")}><option value=""></option>{Kinds()}</select>""")}
        {Field("name", words.Name, $"""<input id="name" name="name" value="{Encoded(Filled.Name)}" autocomplete="name"{Described("name")}>""")}
        {Field("email", words.Email, $"""<input id="email" name="email" type="email" value="{Encoded(Filled.Email)}" autocomplete="email"{Described("email")}>""")}
        {Field("phone", words.Phone, $"""<input id="phone" name="phone" type="tel" value="{Encoded(Filled.Phone)}" autocomplete="tel"{Described("phone")}>""", words.Optional)}
        {Field("text", words.Text, $"""<textarea id="text" name="text" rows="6"{Described("text")}>{Encoded(Filled.Text)}</textarea>""", words.Optional)}
        <div class="unseen" aria-hidden="true"><label for="website">{Encoded(words.LeaveEmpty)}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
        <input type="hidden" name="language" value="{Language}">{Next()}
        <p class="soft">{Encoded(words.NoDocuments)}</p>
        <button>{Encoded(words.Send)}</button>
        </form>
        """);

    public string Asked(Reference reference, DateOnly confirmBy, string practice) => VisitorPage.Of(words.AskedTitle, Language, $"""
        <h1>{Encoded(words.AskedTitle)}</h1>
        <p>{Encoded(words.Asked(LetterBody.Day(confirmBy, Language)))}</p>
        <p>{Encoded(words.Reference)}: <strong>{reference}</strong></p>
        <p class="soft">{Encoded(words.NoLetter(practice))}</p>
        """);

    /// <param name="follow">Where it is told how it stands.</param>
    public static string Confirmed(PrivacyRequest request, string follow, string practice)
    {
        var (language, words) = (request.Language, RequestWords.In(request.Language));
        return VisitorPage.Of(words.ConfirmedTitle, language, $"""
            <h1>{Encoded(words.ConfirmedTitle)}</h1>
            <p>{Encoded(words.Confirmed(LetterBody.Day(request.ReceivedOn, language), LetterBody.Day(request.Deadline.End, language)))}</p>
            <p>{Encoded(words.Reference)}: <strong>{Reference.Of(request.Id)}</strong></p>
            <p><a class="button" href="{Encoded(follow)}">{Encoded(words.Follow)}</a></p>
            <p class="soft">{Encoded(words.Questions(practice))}</p>
            """);
    }

    public static string NoSuchLink(string language, string practice)
    {
        var words = RequestWords.In(language);
        return VisitorPage.Of(words.NoLinkTitle, language, $"""
            <h1>{Encoded(words.NoLinkTitle)}</h1>
            <p>{Encoded(words.NoLink)}</p>
            <p class="soft">{Encoded(words.Questions(practice))}</p>
            """);
    }

    // A field that nobody sees was changed on the way: nothing that its sender could mend.
    private Func<RequestWords, string>? Unseen => Wrong.IsSubsetOf(Shown) ? null : words => words.Unreadable;

    private string Next() =>
        Filled.Next is null || Wrong.Contains("next") ? "" : $"""<input type="hidden" name="next" value="{Encoded(Filled.Next)}">""";

    private string Kinds() => string.Concat(Enum.GetValues<RequestKind>().Select(kind => $"""
        <option value="{kind.ToString().ToLowerInvariant()}"{(Filled.Kind == kind ? " selected" : "")}>{Encoded(words.Kinds[kind])}</option>
        """));

    private bool IsWrong => Wrong.Count > 0 || Notice is not null;

    private string Mistakes() => FormMistakes.Summary(
        Language, (Notice ?? Unseen)?.Invoke(words), [.. Shown.Where(Wrong.Contains).Select(field => (field, words.Wrong[field]))]);

    private string Field(string name, string label, string control, string? hint = null) =>
        VisitorPage.Field(name, label, control, Wrong.Contains(name) ? words.Wrong[name] : null, hint);

    private string Described(string name) => Wrong.Contains(name) ? VisitorPage.Described(name) : "";

    private static string Encoded(string? text) => HtmlEncode(text ?? "");
}
