using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.Scans;

/// <summary>
/// Staff have one scan destroyed: it was filed wrongly, or is no scan at all. Answers with its proof, or with what keeps
/// it, or the copies on disk that it waits for; asked again, with the same. Nothing takes that back, so that it is always
/// told first what goes, and when.
/// </summary>
public sealed class DestroyScan(
    FrontDoor door, ScanIndex scans, OrderStore orders, OrderChanges changes, DecidedDestruction destruction, RecordTrace trace,
    TimeProvider clock)
{
    [Function(nameof(DestroyScan))]
    [Describes(
        "Has one scan destroyed, for a reason; answers with its proof, or with what keeps it. Without destroysNow it is only told what goes, and when.", Body = [typeof(Form)], Needs = ["reason"],
        Example = """{"reason": "Onder de verkeerde cliënt opgeslagen", "destroysNow": true}""", Answer = typeof(KeptAnswer), Also = [409])]
    [AlsoAnswers(200, typeof(DestroyedAnswer))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scans/{id}/destroy")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var scan))
                return Answers.NotFound("scan");
            var read = await OrderChanges.Read<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var item = new Item(Scan.Kind, scan);
            if (await scans.Find(scan, cancellation) is { } order)
            {
                var (form, act) = (read.Value, changes.ActOf(read.Value, caller));
                var ruling = await orders.Change(
                    order, each => orders.Foretold(each, ScanRules.Destroy(each, scan, act), item, form.DestroysNow), destroysNow: true, cancellation);
                if (ruling is { Refusal: { } refused } and not { Refusal: Refusal.Missing })
                    return OrderAnswers.Of(refused);
                if (ruling?.Order is { } changed)
                    await destruction.CarryOut([item], [changed.Due], caller.Id, cancellation);
            }
            return await Told(item, cancellation);
        });

    private async Task<IResult> Told(Item scan, CancellationToken cancellation)
    {
        if (await trace.Kept(scan, cancellation) is { } kept)
            return Answers.Ok(new KeptAnswer(kept, clock.Today()));
        return await trace.Destroyed(scan, cancellation) is { } destroyed
            ? Answers.Ok(DestroyedAnswer.Of(scan, destroyed))
            : Answers.NotFound("scan");
    }

    private sealed record Form : ChangeForm
    {
        public override Problems Problems() => WithReason();
    }
}
