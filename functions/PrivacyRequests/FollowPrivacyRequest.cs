using WelWee3D.Http;

namespace WelWee3D.PrivacyRequests;

public sealed class FollowPrivacyRequest(FrontDoor door, FollowLinks links, RequestPages pages)
{
    [Function(nameof(FollowPrivacyRequest))]
    [Describes("Tells how a request stands, by the link in the letters about it.", Answer = typeof(FollowedRequest), AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/privacy-requests/follow/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (request.Language() is null)
                return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
            return await links.Find(token, cancellation) is { } followed ? pages.Followed(request, followed) : pages.NoFollowing(request);
        }, Preferences.LanguageParameter);
}
