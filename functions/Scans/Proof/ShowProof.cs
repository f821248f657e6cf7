using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Scans.Proof;

/// <summary>The certificate of a scan's destruction, for whoever has the link that its client was written.</summary>
public sealed class ShowProof(FrontDoor door, ProofLinks proofs, RecordKinds kinds)
{
    [Function(nameof(ShowProof))]
    [Describes(
        "Shows the certificate of a scan's destruction to whoever has the link that its client was written.", Answer = typeof(CertificateView),
        AnswerMedia = ["text/html"])]
    [AlsoAnswers(200, typeof(Awaited))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/proof/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (request.Language() is not { } language)
                return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
            var proof = await proofs.Find(token, cancellation);
            return Answer(request, proof, language).Unshared($"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}");
        }, Preferences.LanguageParameter);

    private IResult Answer(HttpRequest request, FoundProof? proof, string language) => (proof, request.PrefersHtml()) switch
    {
        (null, true) => Answers.Html(ProofPage.Gone(language), StatusCodes.Status404NotFound),
        (null, _) => Answers.NotFound("proof"),
        ({ Certificate: { } certificate }, true) => Answers.Html(CertificatePage.Render(certificate, kinds, language)),
        ({ Certificate: { } certificate }, _) => Answers.Ok(CertificateView.Of(certificate)),
        ({ } waiting, true) => Answers.Html(ProofPage.Waiting(waiting, language)),
        ({ } waiting, _) => Answers.Ok(new Awaited(waiting.Line.DecidedAt, waiting.Line.Why, waiting.OnDisks)),
    };

    /// <summary>There is no certificate yet.</summary>
    /// <param name="CopiesLeft">How many are yet to be wiped from disks.</param>
    private sealed record Awaited(DateTimeOffset DecidedAt, Derivation Retention, int CopiesLeft);
}
