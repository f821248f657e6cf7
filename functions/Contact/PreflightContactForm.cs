using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>Tells a browser, before it sends the form for the page of a website, whether it may (the CORS protocol).</summary>
public sealed class PreflightContactForm(FrontDoor door, AllowedOrigins origins)
{
    [Function(nameof(PreflightContactForm))]
    [Describes("Tells a browser whether the page of a website may send the form (CORS).", Status = 204, Also = [403])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/contact")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(origins.Preflight(request)));
}
