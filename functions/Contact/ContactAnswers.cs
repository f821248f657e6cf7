using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>Answers a script in JSON, and a browser that has none with a page in the language of its visitor.</summary>
public sealed class ContactAnswers(IOptions<ContactOptions> options, TimeProvider clock)
{
    public IResult Empty(string language) => Page(StatusCodes.Status200OK, Filled(new(), language).Form());

    public IResult Accepted(HttpRequest request, ContactForm form, Id message)
    {
        if (ThanksPage.For(request, form, options.Value.ThanksPages) is { } page)
            return Answers.SeeOther(page);
        var taken = MessageTaken.Of(message);
        return request.IsFromPage()
            ? Page(StatusCodes.Status202Accepted, Filled(form, Language(request, form)).Thanks($"{taken.Reference}"))
            : Answers.Accepted(taken);
    }

    public IResult Invalid(HttpRequest request, ContactForm form, Problems problems)
    {
        if (!request.IsFromPage())
            return Answers.Invalid(problems);

        var page = Filled(form, Language(request, form)) with { Wrong = problems.Select(problem => problem.Field).ToHashSet() };
        return Page(StatusCodes.Status422UnprocessableEntity, page.Form());
    }

    /// <summary>The key was used before, for another message; the form that is given back has a new one.</summary>
    public IResult UsedKey(HttpRequest request, ContactForm form) => request.IsFromPage()
        ? Page(StatusCodes.Status422UnprocessableEntity, (Again(request, form) with { Notice = words => words.SentBefore }).Form())
        : Answers.Invalid(new Problems { { IdempotencyKey.Header, "Was used before, for another message." } });

    public IResult TooMany(HttpRequest request, ContactForm form, TimeSpan wait) => request.IsFromPage()
        ? Page(StatusCodes.Status429TooManyRequests, (Filled(form, Language(request, form)) with { Notice = words => words.TooMany }).Form())
            .RetryingAfter(wait)
        : Answers.TooMany(wait);

    /// <summary>An outage on a page that keeps what was written, to be sent again under the same key; any other answer as it is.</summary>
    public IResult Told(HttpRequest request, ContactForm form, IResult answer) =>
        request.IsFromPage() && answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status503ServiceUnavailable and var status }
            ? Page(status, (Filled(form, Language(request, form)) with { Notice = words => words.Unavailable }).Form())
            : answer;

    /// <param name="form">What could be read of it, if anything.</param>
    /// <param name="faults">The fields that could not be.</param>
    public IResult Unreadable(HttpRequest request, IResult refusal, ContactForm? form = null, IReadOnlyList<string>? faults = null) =>
        request.IsFromPage() && refusal is IStatusCodeHttpResult { StatusCode: { } status }
            ? Page(status, (Again(request, form ?? new()) with { Notice = words => words.Unreadable, Wrong = (faults ?? []).ToHashSet() }).Form())
            : refusal;

    private ContactPage Again(HttpRequest request, ContactForm form) =>
        Filled(form with { IdempotencyKey = null }, Language(request, form));

    private ContactPage Filled(ContactForm form, string language)
    {
        var now = clock.GetUtcNow();
        return new(
            form.IdempotencyKey is null ? form with { IdempotencyKey = $"{Id.New(now)}" } : form,
            language,
            RetentionSchedule.ContactMessage.Term.After(Amsterdam.DateOf(now)));
    }

    // A browser tells where a form came from only when the page lets it; and it follows a redirect only to where forms may go.
    private IResult Page(int status, string page) =>
        Answers.Html(page, status, ThanksPage.FormAction(options.Value.ThanksPages))
            .With("Referrer-Policy", "same-origin")
            .With(HeaderNames.CacheControl, "no-store")
            .With(HeaderNames.Vary, $"{HeaderNames.Origin}, {HeaderNames.Accept}, {HeaderNames.AcceptLanguage}");

    private static string Language(HttpRequest request, ContactForm form) =>
        form.Locale is "nl" or "en" ? form.Locale : request.Language() ?? "nl";
}
