using WelWee3D.Http;
using static System.Net.WebUtility;

namespace WelWee3D.Contact;

/// <summary>A form as a page that needs no script: every field as it was filled in, and what is wrong with it beside it.</summary>
/// <param name="Shown">The fields that its visitor sees, in their order.</param>
internal abstract record FormPage<TWords>(TWords Words, IReadOnlyList<string> Shown)
    where TWords : FormWords
{
    /// <summary>The fields that will not do.</summary>
    public IReadOnlySet<string> Wrong { get; init; } = new HashSet<string>();

    /// <summary>What is wrong with the form as a whole.</summary>
    public Func<TWords, string>? Notice { get; init; }

    protected string Language => Words.Language;

    /// <param name="fields">As HTML, with the button that sends them.</param>
    protected string Form(string title, string intro, string action, string fields, string after = "") => VisitorPage.Of(IsWrong ? $"{Words.Mistake}: {title}" : title, Language, $"""
        <h1>{Encoded(title)}</h1>
        {(IsWrong ? Mistakes() : $"<p>{Encoded(intro)}</p>")}
        <form method="post" action="{action}" accept-charset="utf-8" novalidate>
        {fields}
        </form>{after}
        """);

    /// <summary>Who sends it, with the field that nobody sees.</summary>
    protected string Sender(string? name, string? email, string? phone) => $"""
        {Field("name", Words.Name, $"""<input id="name" name="name" value="{Encoded(name)}" autocomplete="name"{Described("name")}>""")}
        {Field("email", Words.Email, $"""<input id="email" name="email" type="email" value="{Encoded(email)}" autocomplete="email"{Described("email")}>""")}
        {Field("phone", Words.Phone, $"""<input id="phone" name="phone" type="tel" value="{Encoded(phone)}" autocomplete="tel"{Described("phone")}>""", Words.Optional)}
        <div class="unseen" aria-hidden="true"><label for="website">{Encoded(Words.LeaveEmpty)}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
        """;

    protected string Field(string name, string label, string control, string? hint = null) =>
        VisitorPage.Field(name, label, control, Wrong.Contains(name) ? Words.Wrong(name) : null, hint);

    protected string Described(string name) => Wrong.Contains(name) ? VisitorPage.Described(name) : "";

    protected static string Encoded(string? text) => HtmlEncode(text ?? "");

    private bool IsWrong => Wrong.Count > 0 || Notice is not null;

    private string Mistakes()
    {
        var wrong = Shown.Where(Wrong.Contains).ToList();
        // A field that nobody sees was changed on the way: nothing that its sender could mend.
        var notice = Notice?.Invoke(Words) ?? (wrong.Count < Wrong.Count ? Words.Unreadable : null);
        return $"""
            <div class="mistakes" role="alert">
            <h2>{Encoded(Words.Mistakes(wrong.Count + (notice is null ? 0 : 1)))}</h2>
            <ul>
            {(notice is null ? "" : $"<li>{Encoded(notice)}</li>")}
            {string.Concat(wrong.Select(field => $"""<li><a href="#{field}">{Encoded(Words.Wrong(field))}</a></li>"""))}
            </ul>
            </div>
            """;
    }
}
