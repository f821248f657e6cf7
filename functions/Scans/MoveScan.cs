using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Staff;
using WelWee3D.Uploads;

namespace WelWee3D.Scans;

/// <summary>Brings a scan that was filed under the wrong client to the right order; answers with it as it is there.</summary>
public sealed class MoveScan(
    FrontDoor door, ScanIndex scans, OrderStore orders, OrderChanges changes, ScanMoves moves, DecidedDestruction destruction,
    UploadStore uploads, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(MoveScan))]
    [Describes(
        "Brings a scan that was filed under the wrong client to the right order.", Body = [typeof(Form)], Needs = ["reason"],
        Example = """{"orderId": "01a203d546447aea88e48193e22e6096", "reason": "Bij de verkeerde bestelling gezet", "destroysNow": true}""",
        Answer = typeof(ScanView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scans/{id}/move")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var scan))
                return Answers.NotFound("scan");
            var read = await OrderChanges.Read<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            if (await scans.Find(scan, cancellation) is not { } former)
                return await There(read.Value.OrderId, scan, cancellation);

            var (form, act) = (read.Value, changes.ActOf(read.Value, caller));
            if (form.OrderId == former || await orders.Find(form.OrderId, cancellation) is not { } order)
                return Answers.Invalid(new Problems { { "orderId", "Must be the id of another order." } });
            if (await orders.Find(former, cancellation) is not { } from || from.Part(scan) is not { } found)
                return Answers.NotFound("scan");
            if (await uploads.Find(scan, cancellation) is { IsComplete: false })
                return Answers.Conflict("id", "Its file has not come yet: whoever sends it finishes first.");
            if (!form.Again && Twin(order, found))
                return Answers.Conflict("again", "That order has a scan with the very same file. To have it twice, say again (true).");
            if (found.MovedTo is null && Refused(order, from, found, form.DestroysNow) is { } refused)
                return OrderAnswers.Of(refused);

            var left = await orders.Change(former, each => ScanRules.Move(each, scan, order.Id, act), destroysNow: true, cancellation);
            return left is { Order: { } leaving } ? await Move(leaving, scan, caller, cancellation) : OrderAnswers.Of(left, _ => Answers.NotFound("scan"));
        });

    /// <summary>Why it cannot go there, or what would go because of it at either order: one may stay only as long as the scan does.</summary>
    private Refusal? Refused(Order order, Order from, Scan scan, bool destroysNow)
    {
        var arrived = orders.Foretold(order, Admission.Move(order, moves.At(order.Id, scan), moves.Given(from, order.Id, scan)), destroysNow).Refusal;
        if (arrived is not (null or Refusal.DestroysSoon))
            return arrived;
        var left = orders.Foretold(from, from.Without(scan.Id), destroysNow).Refusal;
        var soon = new[] { arrived, left }.OfType<Refusal.DestroysSoon>().SelectMany(each => each.Records).ToList();
        return soon.Count > 0 ? new Refusal.DestroysSoon(soon) : null;
    }

    private async Task<IResult> Move(Order former, Id scan, Caller caller, CancellationToken cancellation)
    {
        var leaving = former.Part(scan)!;
        await moves.Arrive(former.Id, leaving, cancellation);
        await destruction.CarryOut([new(Scan.Kind, scan)], [former.Due], caller.Id, cancellation);

        return await There(leaving.MovedTo!.Value, scan, cancellation);
    }

    /// <summary>The scan as it is where it came to, also for who lost the answer and asks again.</summary>
    private async Task<IResult> There(Id order, Id former, CancellationToken cancellation) =>
        await orders.Find(order, cancellation) is { } there && there.Scan(moves.IdAt(order, former)) is { } moved
            ? Answers.Ok(ScanView.Of(there, moved, there.Retention(moved, rules, clock.Today())))
            : Answers.NotFound("scan");

    private static bool Twin(Order order, Scan moved) => moved.MovedTo is null && moved.Facts is { } facts
        && order.Scans.Any(scan => scan.IsHere && scan.Facts?.Sha256 == facts.Sha256);

    private sealed record Form(Id OrderId, bool Again = false) : ChangeForm
    {
        public override Problems Problems() => WithReason();
    }
}
