using WelWee3D.Http;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Scans.Proof;

public sealed class ShowProof(FrontDoor door, ProofLinks proofs, ProofAnswers answers)
{
    [Function(nameof(ShowProof))]
    [Describes(
        "Shows the certificate of a scan's destruction to whoever has the link that its client was written.", Answer = typeof(CertificateView),
        AnswerMedia = ["text/html"])]
    [AlsoAnswers(200, typeof(AwaitedProof))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/proof/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (request.Language() is not { } language)
                return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
            return await proofs.Find(token, cancellation) is { } proof
                ? answers.Of(request, token, proof, language)
                : ProofAnswers.Gone(request, language);
        }, Preferences.LanguageParameter);
}
