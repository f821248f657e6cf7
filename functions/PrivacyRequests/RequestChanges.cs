using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>Carries out what the privacy officer does to a request, and has its letters written.</summary>
public sealed class RequestChanges(
    RequestRegister requests, AnsweredRequests answered, Letters letters, RetentionRules rules, TimeProvider clock)
{
    public DateOnly Today => clock.Today();

    public Act ActOf(Caller caller) => new(clock.GetUtcNow(), caller.Id);

    public RequestView View(PrivacyRequest request) => RequestView.Of(request, request.Retention(rules, Today));

    /// <summary>A request that anybody asked for; null for one whose mail address is not confirmed: it does not exist.</summary>
    public async Task<PrivacyRequest?> Find(string id, CancellationToken cancellation) =>
        Id.TryParse(id, out var known) && await requests.Find(known, cancellation) is { } request && request.Status != RequestStatus.Unconfirmed
            ? request
            : null;

    /// <summary>The request as it now stands, unless the rule was to refuse.</summary>
    public Task<IResult> Change(string id, Func<PrivacyRequest, RequestRuling> rule, CancellationToken cancellation) =>
        Change(id, rule, Answers.Ok, cancellation);

    /// <summary>The same, for a reason that the caller states.</summary>
    public async Task<IResult> Change(
        HttpRequest request, string id, Caller caller, Func<PrivacyRequest, string, Act, RequestRuling> rule, CancellationToken cancellation)
    {
        var read = await Body.Json<ReasonForm>(request, form => form.Problems(), 8 * 1024, cancellation);
        if (read.Refusal is { } refusal)
            return refusal;
        var act = ActOf(caller);
        return await Change(id, found => rule(found, read.Value.Reason!.Trim(), act), cancellation);
    }

    public async Task<IResult> Change(
        string id, Func<PrivacyRequest, RequestRuling> rule, Func<RequestView, IResult> done, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is not { } found)
            return Answers.NotFound("request");
        var ruling = rule(found);
        if (ruling.Refusal is { } refusal)
            return OrderAnswers.Of(refusal);

        // The letters first: one that the request does not tell of (yet) is put off, and dropped.
        var written = await Write(found, ruling.Request!, written: 0, cancellation);
        // First too: a closed request without its entry gets it back by whoever asks again, or by the reconciliation.
        if (found.Closing is not null && ruling.Request!.Closing is null)
            await answered.Reopened(found.Id, cancellation);
        var changed = await requests.Change(found.Id, standing =>
        {
            ruling = rule(standing);
            return ruling.Request ?? standing;
        }, cancellation);
        if (changed is null)
            return Answers.NotFound("request");
        if (ruling.Refusal is { } late)
            return OrderAnswers.Of(late);
        // Somebody else changed it meanwhile, and it has other letters for that.
        if (await Write(found, changed, written, cancellation) > found.Letters.Count)
            await RequestLetter.ForgetReplaced(letters, changed, cancellation);
        if (changed.Closing is not null)
            await answered.Note(changed, cancellation);
        return done(View(changed));
    }

    /// <returns>How many letters it has by now.</returns>
    private async Task<int> Write(PrivacyRequest before, PrivacyRequest after, int written, CancellationToken cancellation)
    {
        foreach (var letter in after.Letters.Skip(Math.Max(before.Letters.Count, written)))
            await letters.Add(Letter.Of(letter.Kind, after.Id, letter.Number), cancellation);
        return after.Letters.Count;
    }
}
