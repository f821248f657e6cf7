using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Takes a request: from anyone, who is answered the same whether or not they are known here, for nobody is looked up; and
/// with a token from staff, who took it by phone, by mail or on paper.
/// </summary>
public sealed class SubmitPrivacyRequest(
    FrontDoor door, AllowedOrigins origins, ContactLimit limit, ConfirmationLimit letters, ProofOfWork proof, RequestIntake intake, RequestRegister requests, Ledger ledger,
    RequestPages pages, SubjectKeys keys, RetentionRules rules, IOptions<ContactOptions> options, TimeProvider clock)
{
    [Function(nameof(SubmitPrivacyRequest))]
    [Describes(
        "Takes a privacy request: from a website, or with a token from the privacy officer who got it otherwise.",
        Body = [typeof(WebsiteRequestForm), typeof(TakenRequestForm)], BodyMedia = [Body.JsonType, Body.UrlEncodedType, Body.MultipartType],
        Needs = ["kind", "name", "email", "receivedOn", "channel"],
        Example = """{"kind": "access", "name": "Eva de Vries", "email": "eva@example.nl", "language": "nl", "altcha": "the solved challenge"}""",
        Status = 202, Answer = typeof(RequestAsked), AnswerMedia = ["text/html"], Also = [303, 403, 410, 429], Headers = [IdempotencyKey.Header])]
    [AlsoAnswers(201, typeof(RequestView))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/privacy-requests")] HttpRequest request,
        CancellationToken cancellation) =>
        request.Headers.Authorization.Count > 0
            ? door.Only(Role.Privacy, request, caller => Take(request, caller, cancellation))
            : Ask(request, cancellation);

    private async Task<IResult> Ask(HttpRequest request, CancellationToken cancellation)
    {
        WebsiteRequestForm? form = null;
        var answer = await door.Anyone(request, async () =>
        {
            if (origins.Refusal(request) is { } stranger)
                return stranger;
            var read = await WebsiteRequestForm.Read(request, Problems, cancellation);
            if (read.Refusal is { } refusal)
                return pages.Unreadable(request, refusal, read.Form, read.Faults);
            form = read.Form!;
            return await Ask(form, request, cancellation);
        }, Preferences.LanguageParameter);
        return form is null ? answer : pages.Told(request, form, answer);
    }

    private Problems Problems(WebsiteRequestForm form) => form.Problems(options.Value.ThanksPages);

    private async Task<IResult> Ask(WebsiteRequestForm form, HttpRequest request, CancellationToken cancellation)
    {
        if (Problems(form) is { Any: true } problems)
            return pages.Invalid(request, form, problems);
        if (limit.Wait(request) is { } wait)
            return pages.TooMany(request, form, wait);

        var asked = form.ToRequest(keys, clock.Today());
        // A browser without script solves no challenge, and must be able to use its visitor's rights all the same.
        if (!await proof.IsGiven(form.Altcha, asked.Id, cancellation) && (form.Altcha is not null || !request.IsFromPage()))
            return pages.Invalid(request, form, ProofOfWork.Missing);
        if (letters.Wait(asked.Email) is { } later)
            return pages.TooMany(request, form, later);
        // A robot is thanked too, and asks nothing: without a letter nothing could be confirmed.
        if (!form.IsFromRobot)
        {
            asked = await NotDestroyed(asked, form, cancellation);
            await intake.Ask(asked, clock.GetUtcNow(), cancellation);
        }
        return pages.Asked(request, form, asked);
    }

    /// <summary>What was sent, destroyed and sent again on one day is another request.</summary>
    private async Task<PrivacyRequest> NotDestroyed(PrivacyRequest asked, WebsiteRequestForm form, CancellationToken cancellation)
    {
        for (var number = 1; await ledger.HasAny(RequestRegister.Kind, [asked.Id], cancellation); number++)
            asked = form.ToRequest(keys, asked.ReceivedOn, number);
        return asked;
    }

    private async Task<IResult> Take(HttpRequest request, Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var read = await TakenRequestForm.Read(request, Amsterdam.DateOf(now), cancellation);
        if (read.Refusal is { } refusal)
            return refusal;
        if (!IdempotencyKey.TryRead(request, field: null, out var key))
            return Answers.Unreadable(IdempotencyKey.Header, IdempotencyKey.Form);

        var ids = key?.Lately("idempotency of a privacy request", Amsterdam.DateOf(now), keys) ?? [];
        var asked = read.Value.ToRequest(ids.Count > 0 ? ids[0] : Id.New(now), new Act(now, caller.Id));
        if (await IdempotencyKey.Earlier(ids, requests.Find, cancellation) is { } earlier)
            return Repeated(earlier, asked);
        if (await ledger.HasAny(RequestRegister.Kind, ids, cancellation))
            return Answers.Gone("request");
        return await intake.Take(asked, now, cancellation) is { } taken ? Told(taken) : Repeated((await requests.Find(asked.Id, cancellation))!, asked);
    }

    private IResult Repeated(PrivacyRequest first, PrivacyRequest asked) => first.Says(asked)
        ? Told(first)
        : Answers.Invalid(new Problems { { IdempotencyKey.Header, "Was used before, for another privacy request." } });

    private IResult Told(PrivacyRequest taken) =>
        Answers.Created(ApiPaths.Of($"privacy-requests/{taken.Id}"), RequestView.Of(taken, taken.Retention(rules, clock.Today())));
}
