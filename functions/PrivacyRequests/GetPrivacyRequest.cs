using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>One request: what was asked, what was done, and what became of each letter.</summary>
public sealed class GetPrivacyRequest(FrontDoor door, RequestChanges requests)
{
    [Function(nameof(GetPrivacyRequest))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "privacy-requests/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
            await requests.Find(id, cancellation) is { } found ? Answers.Ok(requests.View(found)) : Answers.NotFound("request"));
}
