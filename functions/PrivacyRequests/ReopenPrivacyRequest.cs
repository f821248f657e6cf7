using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

public sealed class ReopenPrivacyRequest(FrontDoor door, RequestChanges requests)
{
    [Function(nameof(ReopenPrivacyRequest))]
    [Describes(
        "Opens a request again whose answer was not the end of it.", Body = [typeof(ReasonForm)], Needs = ["reason"],
        Example = """{"reason": "Zij vroeg ook om de brieven."}""", Answer = typeof(RequestView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/privacy-requests/{id}/reopen")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, caller => requests.Change(request, id, caller, RequestRules.Reopen, cancellation));
}
