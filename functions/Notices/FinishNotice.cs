using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Notices;

public sealed class FinishNotice(FrontDoor door, RecipientNotices notices, TimeProvider clock)
{
    [Function(nameof(FinishNotice))]
    [Describes(
        "Notes that a recipient has done what it had to, and how that is known.", Body = [typeof(Form)], Example = """{"reason": "phone"}""",
        Answer = typeof(NoticeView))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/done")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("notice");
            var read = await Body.Json<Form>(request, 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            return await notices.Change(known, notice => notice.Finished(read.Value.Reason, caller.Id, clock.GetUtcNow()), cancellation) is { } done
                ? Answers.Ok(NoticeView.Of(done))
                : Answers.NotFound("notice");
        });

    private sealed record Form(DoneReason Reason);
}
