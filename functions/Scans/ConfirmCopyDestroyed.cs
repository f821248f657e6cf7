using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Scans;

public sealed class ConfirmCopyDestroyed(
    FrontDoor door, ScanIndex scans, OrderStore orders, DestroyedScans destroyed, TimeProvider clock)
{
    [Function(nameof(ConfirmCopyDestroyed))]
    [Describes(
        "Confirms that a copy on a disk was destroyed.", Body = [typeof(Form)], BodyIsOptional = true, Example = """{"destroyedOn": "2026-11-22"}""",
        Answer = typeof(Confirmed), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scans/{id}/copies/{copy}/destroyed")] HttpRequest request,
        string id,
        string copy,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var scan))
                return Answers.NotFound("scan");
            if (!Id.TryParse(copy, out var known))
                return Answers.NotFound("copy");
            var read = await Body.JsonIfAny<Form>(request, new(), 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            return await OfScan(scan, known, read.Value.DestroyedOn, caller.Id, cancellation);
        });

    private async Task<IResult> OfScan(Id scan, Id copy, DateOnly? on, string confirmedBy, CancellationToken cancellation)
    {
        var act = new Act(clock.GetUtcNow(), confirmedBy);
        var ruling = await scans.Find(scan, cancellation) is { } order
            ? await orders.Change(order, order => orders.Used(order, ScanRules.DestroyCopy(order, scan, copy, on, act)), cancellation)
            : null;
        if (ruling is not (null or { Refusal: Refusal.Missing { What: "scan" } }))
            return OrderAnswers.Of(ruling, order => Answers.Ok(View(order.Scan(scan)!.Copies.Single(each => each.Id == copy))));

        var (confirmed, refusal) = await destroyed.Confirm(scan, copy, on, confirmedBy, cancellation);
        return refusal is null ? Answers.Ok(View(confirmed!)) : OrderAnswers.Of(refusal);
    }

    // A repeated confirmation may be answered from the certificate, which tells neither the id of the disk nor whose account it was.
    private static Confirmed View(DiskCopy copy) =>
        new(copy.Id, copy.Disk, copy.MadeOn, copy.DestroyedOn!.Value, copy.ConfirmedBy is { } by ? Decider.InProof(by) : null, copy.ConfirmedAt);

    private sealed record Confirmed(
        Id Id, string Disk, DateOnly MadeOn, DateOnly DestroyedOn, string? ConfirmedBy, DateTimeOffset? ConfirmedAt);

    private sealed record Form(DateOnly? DestroyedOn = null);
}
