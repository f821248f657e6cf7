using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Running;

/// <summary>
/// Sweeps now. Answers with the run, also when that tells of something left undone. A body is needed only to confirm the
/// date, when the clock has jumped.
/// </summary>
public sealed class RunSweep(FrontDoor door, Sweep sweep, LastSweep last, LongWork work, TimeProvider clock)
{
    [Function(nameof(RunSweep))]
    [Describes(
        "Sweeps now.", Body = [typeof(Form)], BodyIsOptional = true, Example = """{"confirmToday": "2026-11-22"}""", Answer = typeof(RunView),
        Headers = ["Prefer"])]
    [AlsoAnswers(202, typeof(LongWork.Accepted))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/retention/sweep")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await Body.JsonIfAny<Form>(request, new(), 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            if (read.Value.ConfirmToday is { } day && day != clock.Today())
                return Answers.Invalid(new() { { "confirmToday", $"By the clock of the app it is {clock.Today().Iso()}: only that can be confirmed, and only if it is so." } });
            if (read.Value.ConfirmToday is { } today)
                await last.Confirm(today, caller.Id, cancellation);
            var asked = work.New(RunKind.Sweep, caller.Id);
            return await work.Answer(
                request, asked, async enough => Answers.Ok(RunView.Of(await sweep.Run(caller.Id, enough, asked.Id))), cancellation);
        });

    private sealed record Form(DateOnly? ConfirmToday = null);
}
