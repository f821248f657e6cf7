using System.Text.Json.Nodes;
using WelWee3D.Http;

namespace WelWee3D.Description;

/// <summary>The API, described for programs.</summary>
public sealed class ShowApi(FrontDoor door, ApiDescription description)
{
    [Function(nameof(ShowApi))]
    [Describes("Describes this API, by OpenAPI 3.1.", Answer = typeof(JsonObject))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(Results.Text(description.Json, Body.JsonType)));
}
