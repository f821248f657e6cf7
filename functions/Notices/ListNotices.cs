using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Staff;

namespace WelWee3D.Notices;

public sealed class ListNotices(FrontDoor door, RecipientNotices notices)
{
    private const string State = "state";

    [Function(nameof(ListNotices))]
    [Describes("Lists the notices to recipients that are open, or those that are done.", Answer = typeof(Page<NoticeView>))]
    [Choice(State, "open", "done")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var problems = new Problems();
            var isDone = false;
            if (request.Query.TryGetValue(State, out var state) && !(isDone = state == "done") && state != "open")
                problems.Add(State, "Must be open or done.");
            var read = Paging.Of<Id>(request, Id.TryParse, problems);
            if (read.Refusal is { } refusal)
                return refusal;

            var (after, limit) = read.Value;
            var page = await RecordSearch.Page(notices.Ids(isDone, after, cancellation), limit, id => Find(id, isDone, cancellation));
            return Answers.Ok(page.Told(NoticeView.Of));
        }, State, Paging.Continuation, Paging.Limit);

    private async Task<RecipientNotice?> Find(Id id, bool isDone, CancellationToken cancellation) =>
        await notices.Find(id, cancellation) is { } notice && isDone == (notice.State == NoticeState.Done) ? notice : null;
}
