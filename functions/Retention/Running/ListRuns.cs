using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Running;

/// <summary>What the sweeps and their like did, newest first. On top of the first page stands what is not finished.</summary>
public sealed class ListRuns(FrontDoor door, RunLog runs, OpenRuns open, DestructionTasks tasks, TimeProvider clock)
{
    [Function(nameof(ListRuns))]
    [Describes("Lists what the sweeps and their like did, newest first, and before them those that are not finished.", Answer = typeof(Page<RunView>))]
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
            var page = Page.Of([.. found.Select(RunView.Of)], limit, run => run.Id.ToString());
            if (from is not null)
                return Answers.Ok(page);
            // One that left something is in the log already, and is gone on with.
            var unfinished = await Unfinished(cancellation);
            return Answers.Ok(page with { Items = [.. unfinished, .. page.Items.ExceptBy(unfinished.Select(run => run.Id), run => run.Id)] });
        }, Paging.Continuation, Paging.Limit);

    private async Task<IReadOnlyList<RunView>> Unfinished(CancellationToken cancellation)
    {
        var found = await open.All(cancellation).ToListAsync(cancellation);
        if (found.Count == 0)
            return [];
        var openTasks = (await tasks.Count(clock.Today(), cancellation)).Open;
        return [.. found.OrderByDescending(run => run.Id.MadeAt).Select(run => RunView.Of(run, openTasks))];
    }
}
