using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Shown;

/// <summary>Sweeps now. Answers with the run, also when that tells of something left undone.</summary>
public sealed class RunSweep(FrontDoor door, Sweep sweep)
{
    [Function(nameof(RunSweep))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "retention/sweep")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller => Answers.Ok(await sweep.Run(caller.Id, cancellation)));
}
