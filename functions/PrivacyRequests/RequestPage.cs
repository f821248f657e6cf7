using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <inheritdoc cref="FormPage{TWords}"/>
internal sealed record RequestPage(WebsiteRequestForm Filled, string Language)
    : FormPage<RequestWords>(new(Language), ["kind", "name", "email", "phone", "text"])
{
    public string Form() => Form(Words.Title, Words.Intro, ApiPaths.Of("privacy-requests"), $"""
        {Field("kind", Words.Kind, $"""<select id="kind" name="kind"{Described("kind")}><option value=""></option>{Kinds()}</select>""")}
        {Sender(Filled.Name, Filled.Email, Filled.Phone)}
        {Field("text", Words.Text, $"""<textarea id="text" name="text" rows="6"{Described("text")}>{Encoded(Filled.Text)}</textarea>""", Words.Optional)}
        {VisitorPage.Hidden("language", Language)}{VisitorPage.Hidden("next", Wrong.Contains("next") ? null : Filled.Next)}
        <p class="soft">{Encoded(Words.NoDocuments)}</p>
        <button>{Encoded(Words.Send)}</button>
        """);

    public string Asked(Reference reference, DateOnly confirmBy, string practice) => VisitorPage.Of(Words.AskedTitle, Language, $"""
        <h1>{Encoded(Words.AskedTitle)}</h1>
        <p>{Encoded(Words.Asked(Words.Day(confirmBy)))}</p>
        <p>{Encoded(Words.Reference)}: <strong>{reference}</strong></p>
        <p class="soft">{Encoded(Words.NoLetter(practice))}</p>
        """);

    /// <param name="follow">Where it is told how it stands.</param>
    public static string Confirmed(PrivacyRequest request, string follow, string practice)
    {
        var (language, words) = (request.Language, new RequestWords(request.Language));
        return VisitorPage.Of(words.ConfirmedTitle, language, $"""
            <h1>{Encoded(words.ConfirmedTitle)}</h1>
            <p>{Encoded(words.Confirmed(words.Day(request.ReceivedOn), words.Day(request.Deadline.End)))}</p>
            <p>{Encoded(words.Reference)}: <strong>{Reference.Of(request.Id)}</strong></p>
            <p><a class="button" href="{Encoded(follow)}">{Encoded(words.Follow)}</a></p>
            <p class="soft">{Encoded(words.Questions(practice))}</p>
            """);
    }

    public static string NoSuchLink(string language, string practice)
    {
        var words = new RequestWords(language);
        return VisitorPage.Of(words.NoLinkTitle, language, $"""
            <h1>{Encoded(words.NoLinkTitle)}</h1>
            <p>{Encoded(words.NoLink)}</p>
            <p class="soft">{Encoded(words.Questions(practice))}</p>
            """);
    }

    private string Kinds() => string.Concat(Enum.GetValues<RequestKind>().Select(kind => $"""
        <option value="{kind.ToString().ToLowerInvariant()}"{(Filled.Kind == kind ? " selected" : "")}>{Encoded(Words.KindWords(kind))}</option>
        """));
}
