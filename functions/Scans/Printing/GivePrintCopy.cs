using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Recipients;
using WelWee3D.Staff;

namespace WelWee3D.Scans.Printing;

/// <summary>
/// Staff fetch the file of a scan that goes to whoever prints it, for a reason: they see the body too. It is given away by
/// that, and the order tells so. Fetched again on the same day it is the same file, and given once.
/// </summary>
public sealed class GivePrintCopy(
    FrontDoor door, ScanIndex scans, OrderStore orders, PrintCopies copies, RecipientRegister register, IOptions<PrinterOptions> printers,
    TimeProvider clock)
{
    [Function(nameof(GivePrintCopy))]
    [Describes(
        "Hands out the copy of a scan that goes to the printer, and notes that it was given.", Body = [typeof(Form)],
        Example = """{"printer": "Voorbeeldprinter"}""", AnswerMedia = ["model/stl"], Also = [409, 428])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scans/{id}/print-copy")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (StatedReason.Of(request) is null)
                return StatedReason.Required();
            if (await orders.Find(scans, id, cancellation) is not var (order, scan))
                return Answers.NotFound("scan");
            var read = await Body.Json<Form>(request, 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            if (printers.Value.Printers.FirstOrDefault(each => each.Name == read.Value.Printer) is not { } printer)
                return Answers.Invalid(new Problems { { "printer", $"Must be the name of a printer, as {ApiPaths.Of($"scans/{scan.Id}/print")} tells them." } });
            return await RecipientOf(printer, cancellation) is { } recipient
                ? await Give(request, order, scan, recipient, cancellation)
                : Answers.Conflict("printer", "Whoever prints with it is not registered as a recipient, so that nobody could be told of an erasure.");
        });

    private async Task<IResult> Give(HttpRequest request, Order found, Scan scan, Recipient recipient, CancellationToken cancellation)
    {
        if (OrderRules.Restricted(found) is { } restricted)
            return OrderAnswers.Of(restricted);
        if (ScanRules.Unusable(scan) is { } unusable)
            return OrderAnswers.Of(unusable);
        if (scan.Facts!.FiniteTriangles > uint.MaxValue)
            return Answers.Conflict("triangles", "It has more triangles than a file for printers can hold.");
        if (await copies.Find(found.Id, scan, cancellation) is not { } file)
            return Answers.NotFound("file");

        var now = clock.GetUtcNow();
        Disclosure Given(Order order) => new(
            Id.New(now), recipient.Label, recipient.Name, recipient.Purpose, [scan.Id], [], Amsterdam.DateOf(now), PrintCopies.Describe(order, scan.Facts));
        return OrderAnswers.Of(
            await orders.Change(found.Id, order => OrderRules.GivePrintCopy(order, scan.Id, Given(order)), destroysNow: false, cancellation),
            order => copies.Send(order, scan, Given(order), file, request.HttpContext.RequestAborted));
    }

    private async Task<Recipient?> RecipientOf(Printer printer, CancellationToken cancellation) =>
        printer.Recipient.Length == 0 ? null : await register.Find(printer.Recipient, cancellation);

    private sealed record Form(string Printer);
}
