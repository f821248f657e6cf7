using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>Tells a browser, before it sends the form for the page of a website, whether it may (the CORS protocol).</summary>
public sealed class PreflightContactForm(FrontDoor door, AllowedOrigins origins)
{
    [Function(nameof(PreflightContactForm))]
    [Describes("Tells a browser whether the page of a website may send the form (CORS).", Status = 204, Also = [403])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/contact")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(origins.Refusal(request) ?? Allowed()));

    /// <param name="method">What a website may ask by.</param>
    internal static IResult Allowed(string method = "POST") => Answers.NoContent()
        .With(HeaderNames.Allow, method == "GET" ? "GET, OPTIONS" : "GET, POST, OPTIONS")
        .With(HeaderNames.AccessControlAllowMethods, method)
        .With(HeaderNames.AccessControlAllowHeaders, $"{HeaderNames.ContentType}, {IdempotencyKey.Header}")
        .With(HeaderNames.AccessControlMaxAge, "3600");
}
