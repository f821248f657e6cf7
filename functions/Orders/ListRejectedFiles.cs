using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>The files that came for an order and are no scan, the first to go first: somebody may send the right one.</summary>
public sealed class ListRejectedFiles(FrontDoor door, DueIndex due, OrderStore orders, RetentionRules rules, TimeProvider clock)
{
    private const int AtOnce = 100;

    [Function(nameof(ListRejectedFiles))]
    [Describes("Lists the files that came for an order and are no scan, the first to go first.", Answer = typeof(Page<RejectedView>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rejected-files")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var today = clock.Today();
            // Such a file goes within its term: every order that has one is due by then.
            var ids = due.Look(RetentionSchedule.RejectedFile.Term.After(today), from: null, AtOnce, cancellation)
                .SelectMany(entry => entry.Rows.Select(row => row.Item).ToAsyncEnumerable())
                .Where(item => item.Kind == Order.Kind).Select(item => item.Id).Distinct();
            var found = new List<RejectedView>();
            await foreach (var id in ids)
                if (await RecordSearch.Readable(() => orders.Find(id, cancellation)) is { RestrictedOn: null, ErasureRequestedOn: null } order)
                    found.AddRange(order.Scans.Where(scan => scan is { RejectedFrom: not null, IsHere: true }).Select(scan => new RejectedView(
                        scan.Id, id, Reference.Of(id), scan.FileName, scan.Facts?.Rejected, Damage.InDutch(scan.Facts?.Rejected), order.Retention(scan, rules, today).DueOn)));
            return Answers.Ok(new Page<RejectedView>([.. found.OrderBy(each => each.DueOn)], Continuation: null));
        });

    /// <param name="Reason">Why it is no scan.</param>
    private sealed record RejectedView(Id Id, Id OrderId, Reference Reference, string FileName, string? Reason, string? ReasonInDutch, DateOnly? DueOn);
}
