using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Retention.Published;

/// <summary>How long the log of certificates is and the root of its tree, signed: whoever keeps it sees when it is rewritten.</summary>
public sealed class ShowCheckpoint(FrontDoor door, CertificateLog log)
{
    [Function(nameof(ShowCheckpoint))]
    [Describes("Gives the signed checkpoint of the log of certificates (C2SP tlog-checkpoint).", AnswerMedia = ["text/plain"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/log/checkpoint")] HttpRequest request, CancellationToken cancellation) =>
        door.Anyone(request, async () => Answers.Text(await log.Checkpoint(cancellation)).With(HeaderNames.CacheControl, "public, max-age=5"));
}
