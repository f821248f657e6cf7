using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

public sealed class ExtendPrivacyRequest(FrontDoor door, RequestChanges requests)
{
    [Function(nameof(ExtendPrivacyRequest))]
    [Describes(
        "Takes three months instead of one to answer, for a reason that the person is sent.", Body = [typeof(ReasonForm)], Needs = ["reason"],
        Example = """{"reason": "Het opzoeken van alle gegevens kost meer tijd."}""", Answer = typeof(RequestView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/privacy-requests/{id}/extend")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, caller => requests.Change(request, id, caller, RequestRules.Extend, cancellation));
}
