using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Retention.Running;

/// <summary>What the sweeps and their like did, newest first.</summary>
public sealed class ListRuns(FrontDoor door, RunLog runs)
{
    [Function(nameof(ListRuns))]
    [Describes("Lists what the sweeps and their like did, newest first.", Answer = typeof(Page<RunView>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/runs")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var read = Paging.Of<Id>(request, Id.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;

            var (from, limit) = read.Value;
            var found = await runs.NewestFirst(from, limit + 1, cancellation).Take(limit + 1).ToListAsync(cancellation);
            return Answers.Ok(Page.Of([.. found.Select(RunView.Of)], limit, run => run.Id.ToString()));
        }, Paging.Continuation, Paging.Limit);
}
