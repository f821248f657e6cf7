using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Scans;

/// <summary>Staff put a copy of a scan on a hard disk: it has to be destroyed with the scan.</summary>
public sealed class AddCopy(FrontDoor door, ScanIndex scans, OrderStore orders, TimeProvider clock)
{
    [Function(nameof(AddCopy))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "scans/{id}/copies")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var scan) || await scans.Find(scan, cancellation) is not { } order)
                return Answers.NotFound("scan");
            var read = await Body.Json<Form>(request, 4 * 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            if (read.Value.Problems() is { Any: true } problems)
                return Answers.Invalid(problems);

            var today = clock.Today();
            var copy = new DiskCopy(Id.New(clock.GetUtcNow()), read.Value.Disk.Trim(), read.Value.MadeOn ?? today);
            return OrderAnswers.Of(
                await orders.Change(order, order => ScanRules.AddCopy(order, scan, copy, today), cancellation),
                _ => Answers.Created(ApiPaths.Of($"scans/{scan}/copies/{copy.Id}"), copy));
        });

    private sealed record Form(string Disk, DateOnly? MadeOn = null)
    {
        public Problems Problems()
        {
            var problems = new Problems();
            problems.CheckText("disk", Disk.Trim(), 100);
            return problems;
        }
    }
}
