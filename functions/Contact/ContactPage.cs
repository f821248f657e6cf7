using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Contact;

/// <inheritdoc cref="FormPage{TWords}"/>
/// <param name="KeptUntil">The last day of a message that is sent today.</param>
internal sealed record ContactPage(ContactForm Filled, string Language, DateOnly KeptUntil)
    : FormPage<ContactWords>(new(Language), ["name", "email", "phone", "message"])
{
    public string Form() => Form(Words.Title, Words.Intro, ApiPaths.Of("contact"), $"""
        {Sender(Filled.Name, Filled.Email, Filled.Phone)}
        {Field("message", Words.Message, $"""<textarea id="message" name="message" rows="8"{Described("message")}>{Encoded(Filled.Message)}</textarea>""")}
        {VisitorPage.Hidden("locale", Language)}{VisitorPage.Hidden("next", Wrong.Contains("next") ? null : Filled.Next)}{VisitorPage.Hidden("idempotencyKey", Filled.IdempotencyKey)}
        <p class="soft">{Encoded(Words.Kept(PlainWords.In(Language).InWords(RetentionSchedule.ContactMessage.Term), Words.Day(KeptUntil)))}</p>
        <button>{Encoded(Words.Send)}</button>
        """, $"""<footer><a href="/forms">{Encoded(Words.ForWebsites)}</a></footer>""");

    public string Thanks(string reference) => VisitorPage.Of(Words.ThanksTitle, Language, $"""
        <h1>{Encoded(Words.ThanksTitle)}</h1>
        <p>{Encoded(Words.Thanks)}</p>
        <p>{Encoded(Words.Reference)}: <strong>{Encoded(reference)}</strong></p>
        """);
}
