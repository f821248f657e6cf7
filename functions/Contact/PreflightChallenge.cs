using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>Tells a browser whether the page of a website may ask for a challenge, where it asks with more than a plain request (the CORS protocol).</summary>
public sealed class PreflightChallenge(FrontDoor door, AllowedOrigins origins)
{
    [Function(nameof(PreflightChallenge))]
    [Describes("Tells a browser whether the page of a website may ask for a challenge (CORS).", Status = 204, Also = [403])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/challenge")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(origins.Preflight(request, "GET")));
}
