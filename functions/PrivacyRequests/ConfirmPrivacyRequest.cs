using WelWee3D.Http;
using WelWee3D.Orders;

namespace WelWee3D.PrivacyRequests;

/// <summary>Makes a request exist, for whoever has the link that was sent to its mail address. What is wrong with a link is not told.</summary>
public sealed class ConfirmPrivacyRequest(
    FrontDoor door, ConfirmationLinks links, RequestIntake intake, RequestRegister requests, RequestPages pages, TimeProvider clock)
{
    [Function(nameof(ConfirmPrivacyRequest))]
    [Describes(
        "Makes a request exist, by the link that was sent to its mail address; by HEAD nothing.", Answer = typeof(RequestConfirmed),
        AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/privacy-requests/confirm/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            var act = new Act(clock.GetUtcNow(), RequestEvent.ThePerson);
            // Programs that look whether a link leads anywhere ask for the head alone: that confirms nothing.
            var confirmed = links.Read(token) is not { } link || await requests.Find(link.Record, cancellation) is not { } asked || asked.LinkNumber != link.Number ? null
                : HttpMethods.IsHead(request.Method) ? asked
                : await intake.Confirm(link.Record, act, cancellation);
            return confirmed is null || act.Today > confirmed.ConfirmableUntil ? pages.NoSuchLink(request) : pages.Confirmed(request, confirmed);
        }, Preferences.LanguageParameter);
}
