using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Contact;

/// <summary>The form as a page that needs no script: every field as it was filled in, and what is wrong with it beside it.</summary>
/// <param name="KeptUntil">The last day of a message that is sent today.</param>
internal sealed record ContactPage(ContactForm Filled, string Language, DateOnly KeptUntil)
{
    private static readonly string[] Shown = ["name", "email", "phone", "message"];

    private readonly ContactWords words = ContactWords.In(Language);

    /// <summary>The fields that will not do.</summary>
    public IReadOnlySet<string> Wrong { get; init; } = new HashSet<string>();

    /// <summary>What is wrong with the form as a whole.</summary>
    public Func<ContactWords, string>? Notice { get; init; }

    public string Form() => Page(IsWrong ? FormMistakes.Title(words.Title, Language) : words.Title, $"""
        <h1>{Encoded(words.Title)}</h1>
        {(IsWrong ? Mistakes() : $"<p>{Encoded(words.Intro)}</p>")}
        <form method="post" action="{ApiPaths.Of("contact")}" accept-charset="utf-8" novalidate>
        {Field("name", words.Name, $"""<input id="name" name="name" value="{Encoded(Filled.Name)}" autocomplete="name"{Described("name")}>""")}
        {Field("email", words.Email, $"""<input id="email" name="email" type="email" value="{Encoded(Filled.Email)}" autocomplete="email"{Described("email")}>""")}
        {Field("phone", words.Phone, $"""<input id="phone" name="phone" type="tel" value="{Encoded(Filled.Phone)}" autocomplete="tel"{Described("phone")}>""", words.Optional)}
        {Field("message", words.Message, $"""<textarea id="message" name="message" rows="8"{Described("message")}>{Encoded(Filled.Message)}</textarea>""")}
        <div class="unseen" aria-hidden="true"><label for="website">{Encoded(words.LeaveEmpty)}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
        {Hidden("locale", Language)}{Hidden("next", Wrong.Contains("next") ? null : Filled.Next)}{Hidden("idempotencyKey", Filled.IdempotencyKey)}
        <p class="soft">{Encoded(words.Kept(PlainWords.In(Language).InWords(RetentionSchedule.ContactMessage.Term), LetterBody.Day(KeptUntil, Language)))}</p>
        <button>{Encoded(words.Send)}</button>
        </form>
        <footer><a href="/forms">{Encoded(words.ForWebsites)}</a></footer>
        """);

    public string Thanks(string reference) => Page(words.ThanksTitle, $"""
        <h1>{Encoded(words.ThanksTitle)}</h1>
        <p>{Encoded(words.Thanks)}</p>
        <p>{Encoded(words.Reference)}: <strong>{Encoded(reference)}</strong></p>
        """);

    private bool IsWrong => Wrong.Count > 0 || Notice is not null;

    private string Mistakes()
    {
        var wrong = Shown.Where(Wrong.Contains).ToList();
        // A field that nobody sees was changed on the way: nothing that a visitor could mend.
        var notice = Notice?.Invoke(words) ?? (wrong.Count < Wrong.Count ? words.Unreadable : null);
        return FormMistakes.Summary(Language, notice, [.. wrong.Select(field => (field, words.Wrong[field]))]);
    }

    private string Field(string name, string label, string control, string? hint = null) =>
        VisitorPage.Field(name, label, control, Wrong.Contains(name) ? words.Wrong[name] : null, hint);

    private string Described(string name) => Wrong.Contains(name) ? VisitorPage.Described(name) : "";

    private static string Hidden(string name, string? value) =>
        value is null ? "" : $"""<input type="hidden" name="{name}" value="{Encoded(value)}">""";

    private static string Encoded(string? text) => HtmlEncode(text ?? "");

    private string Page(string title, string body) => VisitorPage.Of(title, Language, body);
}
