using WelWee3D.Http;

namespace WelWee3D.Scans.Proof;

public sealed class ShowProofLetter(FrontDoor door, ProofLinks proofs, ProofAnswers answers)
{
    [Function(nameof(ShowProofLetter))]
    [Describes("Shows the letter about a scan's destruction, to print, with a QR code that leads to its proof.", AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/proof/{token}/letter")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (request.Language() is not { } language)
                return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
            return await proofs.Find(token, cancellation) is { } proof
                ? answers.Letter(request, token, proof, language)
                : ProofAnswers.Gone(request, language);
        }, Preferences.LanguageParameter);
}
