using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.Scans;

/// <summary>
/// Brings back a scan that was destroyed by mistake, as long as storage can. Its deadline is what it was; what would go
/// again within days needs a hold, or a caller who knows.
/// </summary>
public sealed class UndoDestruction(
    FrontDoor door, RecordTrace trace, OrderStore orders, OrderChanges changes, ScanReturns returns, RetentionRules rules,
    TimeProvider clock)
{
    [Function(nameof(UndoDestruction))]
    [Describes(
        "Brings back a scan that was destroyed by mistake, as long as storage can; without a certificate yet it is told by its id.",
        Body = [typeof(Form)], Needs = ["reason"],
        Example = """{"certificate": 1, "reason": "De verkeerde bestelling geannuleerd"}""", Answer = typeof(ScanView), Also = [404, 409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/retention/undo")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await OrderChanges.Read<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            var (form, act) = (read.Value, changes.ActOf(read.Value, caller));
            var found = form.Scan is { } asked
                ? await trace.Destroyed(new(Scan.Kind, asked), cancellation)
                : await trace.DestroyedBy(form.Certificate!.Value, cancellation);
            if (found is not { } destroyed)
                return Answers.NotFound(form.Scan is null ? "certificate" : "scan");

            if (UndoRules.Problem(destroyed.Line, destroyed.RecoveryClosesOn, act.Today) is { } problem)
                return Answers.Conflict("certificate", problem);
            if (await orders.Find(destroyed.Line.Items[0].Within!.Value, cancellation) is not { } order)
                return Answers.Conflict("certificate", "The order it belonged to is gone: nobody is left to keep it for.");
            return await Return(destroyed, order, form.NewHold(act), form.DestroysNow, act, cancellation);
        });

    private async Task<IResult> Return(
        Destroyed destroyed, Order order, Hold? hold, bool destroysNow, Act act, CancellationToken cancellation)
    {
        var line = destroyed.Line;
        var scan = UndoRules.Back(line, order, await returns.IdOf(line, order, cancellation));
        if (order.Part(scan.Id) is { } home && await returns.IsDone(line, cancellation))
            return Answers.Ok(ScanView.Of(order, home, order.Retention(home, rules, act.Today)));
        var ruling = UndoRules.Return(order, scan, line, hold, act);
        if (ruling.Refusal is { } refusal)
            return OrderAnswers.Of(refusal);
        if (order.Part(scan.Id) is null)
        {
            if (await returns.IsGoneAgain(scan.Id, cancellation))
                return Answers.Conflict("certificate", "It was brought back before, and destroyed since: undo the later certificate.");
            if (!await returns.CanRecover(line, cancellation))
                return Answers.Conflict("certificate", "Storage can no longer recover the file. On one's own machine it never can: there what is deleted is gone at once.");
            if (OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);
            if (ruling.Order!.Retention(scan, rules, act.Today).IsDue(act.Today))
                return Answers.Conflict("hold", "Without a hold it would be destroyed again at once, and recoverable beyond its deadline. Place one; then a date that was wrong can be set right.");
            if (orders.Foretold(order, ruling, destroysNow) is { Refusal: { } refused })
                return OrderAnswers.Of(refused);
        }
        var returned = await returns.Return(destroyed, scan, hold, act, cancellation);
        return OrderAnswers.Of(returned, after => after.Scan(scan.Id) is { } back
            ? Answers.Ok(ScanView.Of(after, back, after.Retention(back, rules, clock.Today())))
            : Answers.NotFound("scan"));
    }

    private sealed record Form(int? Certificate = null, Id? Scan = null, HoldForm? Hold = null) : ChangeForm
    {
        public override Problems Problems()
        {
            var problems = WithReason();
            if ((Certificate is null) == (Scan is null))
                problems.Add("certificate", "Must be given when there is no scan, and only then.");
            foreach (var (field, message) in Hold?.Problems() ?? [])
                problems.Add($"hold.{field}", message);
            return problems;
        }

        public Hold? NewHold(Act act) => Hold?.ToHold(act.At);
    }
}
