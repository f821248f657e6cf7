using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

/// <summary>The files that came for an order and are no scan, the first to go first: somebody may send the right one.</summary>
public sealed class ListRejectedFiles(FrontDoor door, SearchIndex search, OrderStore orders, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(ListRejectedFiles))]
    [Describes("Lists the files that came for an order and are no scan, the first to go first.", Answer = typeof(Page<RejectedView>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rejected-files")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = Paging.Of<ListPlace>(request, ListPlace.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;

            var (today, found) = (clock.Today(), new List<RejectedView>());
            await foreach (var id in search.Find(Order.Kind, OrderTerms.RejectedFile, after: null, cancellation))
                if (await RecordSearch.Readable(() => orders.Find(id, cancellation)) is { RestrictedOn: null, ErasureRequestedOn: null } order)
                    found.AddRange(order.Scans.Where(scan => scan.IsRejectedFile).Select(scan => new RejectedView(
                        scan.Id, id, Reference.Of(id), scan.FileName, scan.Facts?.Rejected, Damage.InDutch(scan.Facts?.Rejected), order.Retention(scan, rules, today).DueOn)));
            return Answers.Ok(ListPlace.Page(found, file => new(file.DueOn ?? DateOnly.MaxValue, file.Id), read.Value));
        }, Paging.Continuation, Paging.Limit);

    /// <param name="Reason">Why it is no scan.</param>
    private sealed record RejectedView(Id Id, Id OrderId, Reference Reference, string FileName, string? Reason, string? ReasonInDutch, DateOnly? DueOn);
}
