using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Running;

/// <summary>One run: what it did, or that it is not finished. To be asked again until it is.</summary>
public sealed class GetRun(FrontDoor door, RunLog runs, OpenRuns open, DestructionTasks tasks)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(10);

    [Function(nameof(GetRun))]
    [Describes("Shows one run: what it did, or that it is not finished.", Answer = typeof(RunView))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/runs/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("run");
            // In this order: what is finished between the two looks is found by the second.
            if (await open.Find(known, cancellation) is { } unfinished)
                return Answers.Ok(RunView.Of(unfinished, (await tasks.Count(Amsterdam.DateOf(known.MadeAt), cancellation)).Open)).RetryingAfter(AskAgain);
            return await runs.Find(known, cancellation) is { } run ? Answers.Ok(RunView.Of(run)) : Answers.NotFound("run");
        });
}
