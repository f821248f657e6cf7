using WelWee3D.Contact;
using WelWee3D.Http;

namespace WelWee3D.PrivacyRequests;

/// <summary>Tells a browser, before it sends a request for the page of a website, whether it may (the CORS protocol).</summary>
public sealed class PreflightRequestForm(FrontDoor door, AllowedOrigins origins)
{
    [Function(nameof(PreflightRequestForm))]
    [Describes("Tells a browser whether the page of a website may send a request (CORS).", Status = 204, Also = [403])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/privacy-requests")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(origins.Preflight(request)));
}
