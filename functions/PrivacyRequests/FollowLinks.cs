using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.PrivacyRequests;

/// <summary>The links by which people see how their request stands: good for that alone, and until some time after the answer.</summary>
public sealed class FollowLinks(ConfirmationLinks links, RequestRegister requests, IOptions<MailOptions> mail, TimeProvider clock)
{
    public Uri To(PrivacyRequest request) => mail.Value.Link(ApiPaths.Of($"privacy-requests/follow/{links.Following(request)}"));

    /// <returns>The request as it stands; null for a link that leads to none, or no longer.</returns>
    public async Task<PrivacyRequest?> Find(string token, CancellationToken cancellation) =>
        links.ReadFollowing(token) is { } link && await requests.Find(link.Record, cancellation) is { IsCondemned: false } request
            && request.LinkNumber == link.Number && request.Status != RequestStatus.Unconfirmed && !(clock.Today() > request.FollowableUntil)
            ? request
            : null;

    public LetterBody AddTo(LetterBody body, PrivacyRequest request) => body
        .Say(
            "Op deze pagina zie je hoe het met je verzoek staat. De link is alleen voor jou:",
            "On this page you see how your request stands. The link is for you alone:")
        .Link(To(request));
}
