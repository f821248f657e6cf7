using Microsoft.Net.Http.Headers;
using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.PrivacyRequests;

/// <summary>The same whether or not anybody is known here.</summary>
/// <param name="ConfirmUntil">The last day on which it can be confirmed.</param>
public sealed record RequestAsked(Reference Reference, DateOnly ConfirmUntil);

public sealed record RequestConfirmed(
    Reference Reference, RequestKind Kind, RequestStatus Status, DateOnly ReceivedOn, DateOnly Deadline, AnswerDeadline Derivation);

/// <summary>Answers a script in JSON, and a browser that has none with a page in the language of its visitor.</summary>
public sealed class RequestPages(FollowLinks links, IOptions<MailOptions> mail, IOptions<ContactOptions> contact, TimeProvider clock)
{
    public IResult Empty(string language) => Page(language, StatusCodes.Status200OK, new RequestPage(new(), language).Form());

    /// <summary>The same to everybody.</summary>
    public IResult Asked(HttpRequest request, WebsiteRequestForm form, PrivacyRequest asked)
    {
        if (ThanksPage.Named(request, form.Next) is { } page)
            return Answers.SeeOther(page);
        var told = new RequestAsked(Reference.Of(asked.Id), asked.ConfirmBy);
        return request.IsFromPage()
            ? Page(Language(request, form), StatusCodes.Status202Accepted, new RequestPage(form, Language(request, form)).Asked(told.Reference, asked.ConfirmBy, mail.Value.Practice))
            : Answers.Accepted(told);
    }

    public IResult Invalid(HttpRequest request, WebsiteRequestForm form, Problems problems) => request.IsFromPage()
        ? Again(request, form, StatusCodes.Status422UnprocessableEntity, page => page with { Wrong = problems.Select(problem => problem.Field).ToHashSet() })
        : Answers.Invalid(problems);

    public IResult TooMany(HttpRequest request, WebsiteRequestForm form, TimeSpan wait) => request.IsFromPage()
        ? Again(request, form, StatusCodes.Status429TooManyRequests, page => page with { Notice = words => words.TooMany }).RetryingAfter(wait)
        : Answers.TooMany(wait);

    /// <summary>An outage on a page that keeps what was written, to be sent again; any other answer as it is.</summary>
    public IResult Told(HttpRequest request, WebsiteRequestForm form, IResult answer) =>
        request.IsFromPage() && answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status503ServiceUnavailable and var status }
            ? Again(request, form, status, page => page with { Notice = words => words.Unavailable })
            : answer;

    /// <param name="form">What could be read of it, if anything.</param>
    /// <param name="faults">The fields that could not be.</param>
    public IResult Unreadable(HttpRequest request, IResult refusal, WebsiteRequestForm? form, IReadOnlyList<string> faults) =>
        request.IsFromPage() && refusal is IStatusCodeHttpResult { StatusCode: { } status }
            ? Again(request, form ?? new(), status, page => page with { Notice = words => words.Unreadable, Wrong = faults.ToHashSet() })
            : refusal;

    public IResult Confirmed(HttpRequest request, PrivacyRequest confirmed)
    {
        var (reference, deadline) = (Reference.Of(confirmed.Id), confirmed.Deadline);
        return request.PrefersHtml()
            ? AfterLink(confirmed.Language, StatusCodes.Status200OK, RequestPage.Confirmed(confirmed, links.To(confirmed).PathAndQuery, mail.Value.Practice))
            : Answers.Ok(new RequestConfirmed(reference, confirmed.Kind, confirmed.Status, confirmed.ReceivedOn, deadline.End, deadline));
    }

    public IResult NoSuchLink(HttpRequest request) => request.PrefersHtml() && (request.Language() ?? "nl") is var language
        ? AfterLink(language, StatusCodes.Status404NotFound, RequestPage.NoSuchLink(language, mail.Value.Practice))
        : Answers.NotFound("request");

    public IResult Followed(HttpRequest request, PrivacyRequest followed)
    {
        var language = request.AskedLanguage() ?? followed.Language;
        return request.PrefersHtml()
            ? AfterLink(language, StatusCodes.Status200OK, new FollowPage(followed, language, clock.Today(), mail.Value.Practice).Render())
            : Answers.Ok(FollowedRequest.Of(followed)).Unshared();
    }

    /// <summary>The same for a link that never was, is for something else, or has served its time.</summary>
    public IResult NoFollowing(HttpRequest request) => request.PrefersHtml() && (request.Language() ?? "nl") is var language
        ? AfterLink(language, StatusCodes.Status404NotFound, FollowPage.Gone(language, mail.Value.Practice))
        : Answers.NotFound("request").Unshared();

    private static string Language(HttpRequest request, WebsiteRequestForm form) =>
        form.Language is "nl" or "en" ? form.Language : request.Language() ?? "nl";

    private IResult Again(HttpRequest request, WebsiteRequestForm form, int status, Func<RequestPage, RequestPage> told)
    {
        var language = Language(request, form);
        return Page(language, status, told(new(form, language)).Form());
    }

    // A browser tells where a form came from only when the page lets it.
    private IResult Page(string language, int status, string page) =>
        AfterLink(language, status, page, ThanksPage.FormAction(contact.Value.ThanksPages)).With("Referrer-Policy", "same-origin");

    // The address of such a page is a secret, and goes nowhere.
    private static IResult AfterLink(string language, int status, string page, string formAction = "'none'") => Answers.Html(page, status, formAction)
        .With(HeaderNames.ContentLanguage, language)
        .With(HeaderNames.CacheControl, "no-store")
        .With(HeaderNames.Vary, $"{HeaderNames.Origin}, {HeaderNames.Accept}, {HeaderNames.AcceptLanguage}");
}
