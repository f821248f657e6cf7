using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Audit;

/// <summary>Writes down who saw or changed what.</summary>
public sealed class AuditTrail(AuditDays days, AuditEvents events, TimeProvider clock)
{
    // The last day that this instance knows to have a record, so that most events cost one request.
    private AuditDay? noted;

    /// <summary>As <see cref="AuditCall"/>. What was done is written down also when whoever asked has left.</summary>
    public async Task Write(Caller caller, Role role, HttpRequest request, IResult answer)
    {
        // The answer of a file has no status of its own: it is the file, or a range of it.
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        var made = Answers.Location(answer) ?? request.HttpContext.Response.Headers.Location;
        if (ApiPaths.Route(request) is not { } route || AuditedCall.Of(request.Method, route, status, made) is not { } call)
            return;

        var now = clock.GetUtcNow();
        var id = Id.New(now);
        await Note(Amsterdam.DateOf(id.MadeAt));
        await events.Add(
            new(id, now, caller.Id, role, call.Action, call.Code, call.About, status, StatedReason.Of(request), ActingFor.Of(request) ?? call.OnBehalfOf),
            CancellationToken.None);
    }

    /// <summary>That a scan leaves the app among others, which the call by which it leaves does not tell. Comes before it does.</summary>
    public async Task WriteHandedOut(HandedOut how, Caller caller, Role role, HttpRequest request, Item scan)
    {
        var now = clock.GetUtcNow();
        await Note(Amsterdam.DateOf(now));
        await events.Add(
            new(Id.New(now), now, caller.Id, role, how.Action, "R", $"{scan}", how.Outcome, StatedReason.Of(request), ActingFor.Of(request)),
            CancellationToken.None);
    }

    /// <summary>That something is other than it was, which nobody asked for by a call: a release, or the platform, brought it.</summary>
    public async Task WriteChange(string what, string? how, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await Note(Amsterdam.DateOf(now));
        await events.Add(
            new(Id.New(now), now, AuditEvent.TheApp, Role: null, "change", "U", what, StatusCodes.Status200OK, how), cancellation);
    }

    /// <summary>No event without the record by which it goes on its day.</summary>
    private async Task Note(DateOnly day)
    {
        if (noted?.On == day)
            return;
        var record = AuditDay.Of(day);
        await days.Add(record, CancellationToken.None);
        noted = record;
    }
}
