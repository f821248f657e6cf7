using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Audit;

/// <summary>Who saw or changed what, oldest first: of some days, or of one scan. Reading it is an event itself.</summary>
public sealed class ListAudit(FrontDoor door, AuditEvents events, TimeProvider clock)
{
    [Function(nameof(ListAudit))]
    [Describes("Lists who saw or changed what, oldest first: of some days, or of one scan.", Answer = typeof(Page<AuditEvent>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var problems = new Problems();
            var today = clock.Today();
            var from = request.Date("from", AuditEvents.FirstDay(today), problems);
            var until = request.Date("until", today, problems);
            if (request.Query.ContainsKey("until") && until < from)
                problems.Add("until", "Must not be before from.");
            var ofScan = request.Query.TryGetValue("scan", out var asked);
            if (!Id.TryParse(asked, out var scan) && ofScan)
                problems.Add("scan", "Must be the id of a scan.");
            var read = Paging.Of<Id>(request, Id.TryParse, problems);
            if (read.Refusal is { } refusal)
                return refusal;

            var (first, limit) = read.Value;
            var found = ofScan
                ? events.OfScan(scan, first, from, until, limit + 1, cancellation)
                : events.From(first, from, until, limit + 1, cancellation);
            var page = Page.Of(await found.Take(limit + 1).ToListAsync(cancellation), limit, happened => $"{happened.Id}");
            return Answers.Ok(page);
        }, "from", "until", "scan", Paging.Continuation, Paging.Limit);
}
