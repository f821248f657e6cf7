using WelWee3D.Http;
using WelWee3D.Orders;

namespace WelWee3D.Scans.Printing;

/// <summary>
/// Whether a scan is ready to print, for each printer: its figurine's size, weight and price, and what may go wrong. It tells
/// what was measured, and shows no body: no reason is asked for.
/// </summary>
public sealed class CheckPrint(FrontDoor door, ScanIndex scans, OrderStore orders, IOptions<PrinterOptions> printers)
{
    [Function(nameof(CheckPrint))]
    [Describes("Tells for each printer whether a scan is ready to print, and what may go wrong.", Answer = typeof(View), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scans/{id}/print")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.ToLook(request, async atRestricted =>
        {
            if (await orders.Find(scans, id, cancellation) is not var (order, scan))
                return Answers.NotFound("scan");
            if (!atRestricted && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);
            if (ScanRules.Unusable(scan) is { } unusable)
                return OrderAnswers.Of(unusable);

            var height = order.HeightInMillimetres;
            return Answers.Ok(new View(height, [.. printers.Value.Printers.Select(printer => PrintCheck.Of(scan.Facts!, height, printer))]));
        });

    private sealed record View(int? HeightInMillimetres, IReadOnlyList<PrintCheck> Printers);
}
