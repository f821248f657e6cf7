using WelWee3D.Http;
using WelWee3D.Notices;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>One request: what was asked, what was done, what became of each letter, and which recipients have yet to do something.</summary>
public sealed class GetPrivacyRequest(FrontDoor door, RequestChanges requests, RecipientNotices notices)
{
    [Function(nameof(GetPrivacyRequest))]
    [Describes("Shows one request, with its letters and what recipients have yet to do.", Answer = typeof(RequestView))]
    public Task<IResult> Run(
        // No id is as short as the name of the form: a host that goes by the order of its routes does not take that for one.
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/privacy-requests/{id:minlength(5)}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            if (await requests.Find(id, cancellation) is not { } found)
                return Answers.NotFound("request");
            var open = await notices.OfRequest(found.Id, cancellation).Where(notice => notice.State != NoticeState.Done).ToListAsync(cancellation);
            return Answers.Ok(requests.View(found) with { OpenNotices = [.. open.Select(NoticeView.Of)] });
        });
}
