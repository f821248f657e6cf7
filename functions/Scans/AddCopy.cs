using WelWee3D.Disks;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Scans;

/// <summary>
/// Staff put a copy of a scan on a hard disk: it has to be destroyed with the scan. Asked again, it answers with the copy
/// that is on that disk.
/// </summary>
public sealed class AddCopy(FrontDoor door, ScanIndex scans, OrderStore orders, DiskRegister disks, TimeProvider clock)
{
    private static readonly string Unregistered =
        $"Must be the label of a registered disk, such as SCHIJF-1. POST {ApiPaths.Of("disks")} with its label registers one.";

    [Function(nameof(AddCopy))]
    [Describes(
        "Notes that a copy of a scan was put on a registered disk.", Body = [typeof(Form)], Example = """{"disk": "SCHIJF-1"}""", Status = 201,
        Also = [200, 409], Answer = typeof(DiskCopy))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/scans/{id}/copies")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var scan) || await scans.Find(scan, cancellation) is not { } order)
                return Answers.NotFound("scan");
            var read = await Body.Json<Form>(request, Problems, 4 * 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            if (!DiskLabel.TryParse(read.Value.Disk, out var label) || await disks.Find(label, cancellation) is not { } disk)
                return Answers.Invalid(new Problems { { "disk", Unregistered } });

            var today = clock.Today();
            var copy = new DiskCopy(Id.New(clock.GetUtcNow()), disk.Label, read.Value.MadeOn ?? today, DiskId: disk.Id);
            return OrderAnswers.Of(
                await orders.Change(order, order => ScanRules.AddCopy(order, scan, copy, today), destroysNow: false, cancellation),
                order => order.Scan(scan)!.CopyOn(disk.Id)! is var there && there.Id == copy.Id
                    ? Answers.Created(ApiPaths.Of($"scans/{scan}/copies/{there.Id}"), there)
                    : Answers.Ok(there));
        });

    private static Problems Problems(Form form) => DiskLabel.TryParse(form.Disk, out _) ? [] : new() { { "disk", Unregistered } };

    private sealed record Form(string Disk, DateOnly? MadeOn = null);
}
