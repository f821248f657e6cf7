using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Disks;

/// <summary>Staff register a disk, before the first copy is put on it. Asked again, it answers with the disk that is there.</summary>
public sealed class RegisterDisk(FrontDoor door, DiskRegister disks)
{
    [Function(nameof(RegisterDisk))]
    [Describes(
        "Registers a disk, before the first copy is put on it.", Body = [typeof(Form)], Example = """{"label": "SCHIJF-1"}""", Status = 201,
        Also = [200], Answer = typeof(Disk))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/disks")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = await Body.Json<Form>(request, 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            if (!DiskLabel.TryParse(read.Value.Label, out var label))
                return Answers.Invalid(new Problems { { "label", DiskLabel.Form } });

            var (disk, isNew) = await disks.Register(label, cancellation);
            return isNew ? Answers.Created(ApiPaths.Of($"disks/{disk.Id}"), disk) : Answers.Ok(disk);
        });

    private sealed record Form(string Label);
}
