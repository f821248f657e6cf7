using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Running;

/// <summary>To be called after a restore from a backup, before anything else uses what came back.</summary>
public sealed class ReplayLedger(FrontDoor door, Replay replay, LongWork work)
{
    [Function(nameof(ReplayLedger))]
    [Describes("Erases again what was erased, after a restore from a backup.", Answer = typeof(RunView), Headers = ["Prefer"])]
    [AlsoAnswers(202, typeof(LongWork.Accepted))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/retention/replay")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, caller =>
        {
            var asked = work.New(RunKind.Replay, caller.Id);
            return work.Answer(request, asked, async enough =>
            {
                var run = await replay.Run(caller.Id, enough, asked.Id);
                return run.Complete ? Answers.Ok(RunView.Of(run)) : Answers.Incomplete($"Run {run.Id} tells what is left: ask again.");
            }, cancellation);
        });
}
