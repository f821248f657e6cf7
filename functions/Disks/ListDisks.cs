using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Disks;

public sealed class ListDisks(FrontDoor door, DiskRegister disks)
{
    [Function(nameof(ListDisks))]
    [Describes("Lists the registered disks, by label.", Answer = typeof(Page<Disk>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/disks")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = Paging.Of<DiskLabel>(request, DiskLabel.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;

            var (from, limit) = read.Value;
            var found = await disks.From(from, limit + 1, cancellation).Take(limit + 1).ToListAsync(cancellation);
            return Answers.Ok(Page.Of(found, limit, disk => disk.Label));
        }, Paging.Continuation, Paging.Limit);
}
