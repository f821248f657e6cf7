using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Shown;

public sealed class ExplainRecord(FrontDoor door, RecordKinds kinds, RecordTrace trace, TimeProvider clock)
{
    [Function(nameof(ExplainRecord))]
    [Describes("Tells why any one record is still here, or proves that it is not.", Answer = typeof(KeptAnswer))]
    [AlsoAnswers(200, typeof(DestroyedAnswer))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/why/{kind}/{id}")] HttpRequest request,
        string kind,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            if (kinds.Find(kind) is null)
                return Answers.Unreadable("kind", $"Must be one of {string.Join(", ", kinds.InOrder.Select(each => each.Name))}.");
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound(kind);

            var item = new Item(kind, known);
            if (await trace.Kept(item, cancellation) is { } kept)
                return Answers.Ok(new KeptAnswer(kept, clock.Today()));
            return await trace.Destroyed(item, cancellation) is { } destroyed
                ? Answers.Ok(DestroyedAnswer.Of(item, destroyed))
                : Answers.NotFound(kind);
        });
}
