using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Scans;

public sealed class DateScan(
    FrontDoor door, ScanIndex scans, OrderStore orders, OrderChanges changes, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(DateScan))]
    [Describes(
        "Sets the day right on which a scan was made.", Body = [typeof(Form)],
        Example = """{"scannedOn": "2026-11-21", "reason": "Verkeerd ingevoerd"}""", Answer = typeof(ScanView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/scans/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var scan) || await scans.Find(scan, cancellation) is not { } order)
                return Answers.NotFound("scan");
            var read = await OrderChanges.Read<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (form, act) = (read.Value, changes.ActOf(read.Value, caller));
            return OrderAnswers.Of(
                await orders.Change(order, order => ScanRules.Date(order, scan, form.ScannedOn, act), form.DestroysNow, cancellation),
                order => Answers.Ok(View(order, order.Scan(scan)!)));
        });

    private ScanView View(Order order, Scan scan) => ScanView.Of(order, scan, order.Retention(scan, rules, clock.Today()));

    private sealed record Form(DateOnly ScannedOn) : ChangeForm;
}
