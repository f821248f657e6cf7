using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Orders.ByLink;

public sealed class ShowConsentRecord(FrontDoor door, ConsentLinks links, IOptions<MailOptions> mail)
{
    [Function(nameof(ShowConsentRecord))]
    [Describes("Shows a client's records of consent, by the fields of ISO/IEC TS 27560.", Answer = typeof(Records), AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consent/{token}/record")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () => await links.Find(token, cancellation) is { } order
            ? Answers.Ok(new Records(ConsentRecord.Of(order, mail.Value.Practice))).With(HeaderNames.CacheControl, "no-store")
            : ConsentAnswers.NotFound(request));

    private sealed record Records(IReadOnlyList<ConsentRecord> Items);
}
