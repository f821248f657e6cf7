using WelWee3D.Orders;

namespace WelWee3D.PrivacyRequests;

/// <summary>What a rule says about a request: how it is to be from now on, or why not.</summary>
public readonly record struct RequestRuling(PrivacyRequest? Request, Refusal? Refusal)
{
    public static implicit operator RequestRuling(PrivacyRequest request) => new(request, null);

    public static implicit operator RequestRuling(Refusal refusal) => new(null, refusal);
}

/// <summary>
/// What may be done to a request. Every answer passes one question, here: is it known to come from the person it is about.
/// Asking for what is so already changes nothing. Pure.
/// </summary>
public static class RequestRules
{
    public static RequestRuling Extend(PrivacyRequest request, string reason, Act act)
    {
        if (request.Extension is { } extension)
            return extension.Reason == reason ? request : new Refusal.Conflict("reason", $"It was extended on {extension.On:yyyy-MM-dd} already, which can be done once.");
        if (NotOpen(request) is { } closed)
            return closed;
        if (act.Today > request.Deadline.End && request.SuspendedSince is null)
            return new Refusal.Conflict("reason", $"The first month ended on {request.Deadline.End:yyyy-MM-dd}: the law lets it be extended within that only.");
        return (request with { Extension = new(act.Today, act.By, reason) })
            .Noting(act, RequestEvent.Extended).Writing(ExtendedLetter.Name, act.At);
    }

    /// <summary>It is asked who the person is: a code is sent, or they are asked over the phone.</summary>
    /// <param name="isOnRecord">Whether the practice keeps anything else under the mail address.</param>
    public static RequestRuling AskIdentity(PrivacyRequest request, IdentityMethod method, bool isOnRecord, Act act)
    {
        if (NotOpen(request) is { } closed)
            return closed;
        var check = request.Identity ?? new(act.Today);
        if (check.EstablishedOn is not null)
            return request;
        if (method == IdentityMethod.Facts)
            return request.Identity is null ? (request with { Identity = check }).Noting(act, RequestEvent.IdentityAsked, "facts") : request;
        if (!isOnRecord)
            return new Refusal.Conflict("method", "Nothing is kept under the mail address of this request, so a code to it would prove nothing: ask for two facts.");
        if (check.Codes >= IdentityCheck.MostCodes)
            return new Refusal.Conflict("method", $"{IdentityCheck.MostCodes} codes were sent already: ask for two facts.");
        check = check with { Codes = check.Codes + 1, CodeSentOn = act.Today, Tries = 0 };
        return (request with { Identity = check })
            .Noting(act, RequestEvent.IdentityAsked, "code").Writing(CodeLetter.Name, act.At, check.Codes);
    }

    /// <param name="isRight">Whether it is the code that was sent last.</param>
    public static RequestRuling GiveCode(PrivacyRequest request, bool isRight, Act act)
    {
        if (NotOpen(request) is { } closed)
            return closed;
        if (request.Identity is { EstablishedOn: not null })
            return request;
        if (request.Identity is not { } check || !check.TakesCode(act.Today))
            return new Refusal.Conflict("code", "There is no code that is still good: have another one sent.");
        return isRight
            ? Established(request, check with { Method = IdentityMethod.Code }, act, "code")
            : (request with { Identity = check with { Tries = check.Tries + 1 } }).Noting(act, RequestEvent.IdentityNotGiven, "code");
    }

    /// <param name="facts">Those that were told rightly.</param>
    public static RequestRuling GiveFacts(PrivacyRequest request, IReadOnlyList<IdentityFact> facts, Act act)
    {
        if (NotOpen(request) is { } closed)
            return closed;
        return request.Identity is { EstablishedOn: not null }
            ? request
            : Established(request, (request.Identity ?? new(act.Today)) with { Method = IdentityMethod.Facts, Facts = facts }, act, "facts");
    }

    /// <param name="original">The request that it is a duplicate of, where it is one.</param>
    public static RequestRuling Close(PrivacyRequest request, Closing closing, PrivacyRequest? original, Act act)
    {
        if (request.Closing is { } earlier)
            return earlier with { On = closing.On, By = closing.By } == closing ? request : NotOpen(request)!;
        if (NotOpen(request) is { } unconfirmed)
            return unconfirmed;
        if (closing.Outcome == RequestOutcome.Duplicate && NoOriginal(request, original) is { } none)
            return none;
        if (IsAnswer(closing) && !request.IsTheirs)
            return new Refusal.Conflict("outcome", "It is not known yet to come from the person it is about: have that shown first, or refuse it by article 12(2).");
        return (request with { Closing = closing }).Noting(act, RequestEvent.Closed, Told(closing))
            .Writing(ClosedLetter.Name, act.At, request.Answers);
    }

    /// <summary>It was not the end of it: it is open again, with the deadline that it had, and is asked whose it is where that is not known.</summary>
    public static RequestRuling Reopen(PrivacyRequest request, string reason, Act act) => request.Status switch
    {
        // What is done to it next must find room.
        RequestStatus.Closed when !request.HasRoom =>
            new Refusal.Conflict("status", "So much was done to this request that no more can be written down: register another, which says that it goes on with this one."),
        RequestStatus.Closed => (request with { Closing = null }).Noting(act, RequestEvent.Reopened, reason),
        RequestStatus.Open => request,
        _ => NotOpen(request)!,
    };

    /// <summary>Null while something can be done to it.</summary>
    public static Refusal? NotOpen(PrivacyRequest request) => request.Status switch
    {
        RequestStatus.Unconfirmed => new Refusal.Missing("request"),
        RequestStatus.Closed => new Refusal.Conflict("status", $"It was closed on {request.Closing!.On:yyyy-MM-dd}."),
        _ => null,
    };

    private static string Told(Closing closing) =>
        closing.Ground is { } ground ? $"{closing.Outcome}, {ground}".ToLowerInvariant() : $"{closing.Outcome}".ToLowerInvariant();

    // Whoever asks no more, or cannot show who they are, is told nothing of anybody.
    private static bool IsAnswer(Closing closing) =>
        closing.Outcome is not (RequestOutcome.Withdrawn or RequestOutcome.Duplicate) && closing.Ground != Ground.NotIdentified;

    /// <summary>What was asked twice is answered once, and that once passes the same question.</summary>
    private static Refusal? NoOriginal(PrivacyRequest request, PrivacyRequest? original) => original switch
    {
        null or { Status: RequestStatus.Unconfirmed } => new Refusal.Invalid("of", "Must be the id of another request."),
        _ when original.Id == request.Id || original.Closing is { Outcome: RequestOutcome.Duplicate } =>
            new Refusal.Invalid("of", "Must be a request that is no duplicate itself."),
        _ when !original.Email.Equals(request.Email, StringComparison.OrdinalIgnoreCase) || original.Kind != request.Kind =>
            new Refusal.Invalid("of", "Must be a request of the same kind, with the same mail address."),
        _ => null,
    };

    private static PrivacyRequest Established(PrivacyRequest request, IdentityCheck check, Act act, string how) =>
        (request with { Identity = check with { EstablishedOn = act.Today } }).Noting(act, RequestEvent.IdentityEstablished, how);
}
