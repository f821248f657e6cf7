using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention;

/// <summary>To be called after a restore from a backup, before anything else uses what came back.</summary>
public sealed class ReplayLedger(FrontDoor door, Replay replay)
{
    [Function(nameof(ReplayLedger))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "retention/replay")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var run = await replay.Run(caller.Id, cancellation);
            return run.Complete ? Answers.Ok(run) : Answers.Incomplete($"Run {run.Id} tells what is left: ask again.");
        });
}
