using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>Opens a request again whose answer was not the end of it.</summary>
public sealed class ReopenPrivacyRequest(FrontDoor door, RequestChanges requests)
{
    [Function(nameof(ReopenPrivacyRequest))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "privacy-requests/{id}/reopen")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await Body.Json<ReasonForm>(request, form => form.Problems(), 8 * 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            var act = requests.ActOf(caller);
            return await requests.Change(id, found => RequestRules.Reopen(found, read.Value.Reason!.Trim(), act), cancellation);
        });
}
