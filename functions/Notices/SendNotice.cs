using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Notices;

/// <summary>Staff have a notice sent again whose letter was not delivered, once the recipient's address is right. Any other stays as it is.</summary>
public sealed class SendNotice(FrontDoor door, RecipientNotices notices, RecipientsTold recipients)
{
    [Function(nameof(SendNotice))]
    [Describes("Sends a notice again whose letter was not delivered; of any other it changes nothing.", Answer = typeof(NoticeView))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/send")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
            Id.TryParse(id, out var known) && await notices.Find(known, cancellation) is { } notice && await recipients.TellAgain(notice, cancellation) is { } told
                ? Answers.Ok(NoticeView.Of(told))
                : Answers.NotFound("notice"));
}
