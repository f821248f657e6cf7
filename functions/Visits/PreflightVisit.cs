using WelWee3D.Contact;
using WelWee3D.Http;

namespace WelWee3D.Visits;

/// <summary>Tells a browser, before it sends a visit as JSON for the page of a website, whether it may (the CORS protocol).</summary>
public sealed class PreflightVisit(FrontDoor door, AllowedOrigins origins)
{
    [Function(nameof(PreflightVisit))]
    [Describes("Tells a browser whether the page of a website may send a visit (CORS).", Status = 204, Also = [403])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/visits")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(origins.Preflight(request)));
}
