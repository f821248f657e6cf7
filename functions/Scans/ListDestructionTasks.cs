using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Scans;

public sealed class ListDestructionTasks(FrontDoor door, DestructionTasks tasks)
{
    [Function(nameof(ListDestructionTasks))]
    [Describes("Lists the scans that are gone, and whose copies on disk are yet to be destroyed.", Answer = typeof(Page<TaskView>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/destruction-tasks")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = Paging.Of<ListPlace>(request, ListPlace.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;
            var open = (await tasks.All(cancellation)).Where(task => !task.Done)
                .Select(task => new TaskView(task.Scan, task.Order, task.DestroyOn, task.Deadline, task.GoneAt, task.Copies));
            return Answers.Ok(ListPlace.Page(open, task => new(task.Deadline, task.ScanId), read.Value));
        }, Paging.Continuation, Paging.Limit);

    private sealed record TaskView(
        Id ScanId, Id OrderId, DateOnly DestroyOn, DateOnly Deadline, DateTimeOffset? GoneAt, IReadOnlyList<DiskCopy> Copies);
}
