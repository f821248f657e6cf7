using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Published;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Scans.Proof;

/// <summary>Answers whoever has the link to a proof: a browser with pages, and a script in JSON.</summary>
public sealed class ProofAnswers(ProofLinks links, RecordKinds kinds, LogKeys keys, IOptions<MailOptions> mail)
{
    public static IResult Gone(HttpRequest request, string language) => Unshared(request.PrefersHtml()
        ? Answers.Html(ProofPage.Gone(language), StatusCodes.Status404NotFound)
        : Answers.NotFound("proof"));

    /// <summary>The certificate, or what it waits for.</summary>
    public IResult Of(HttpRequest request, string token, FoundProof proof, string language) => Unshared((proof, request.PrefersHtml()) switch
    {
        ({ Certificate: { } certificate }, true) => Answers.Html(CertificatePage.Render(certificate, kinds, language, Beside(token, language)), runsScript: true),
        ({ Certificate: { } certificate }, _) => Answers.Ok(CertificateView.Of(certificate)),
        (_, true) => Answers.Html(ProofPage.Waiting(proof, language)),
        _ => Answers.Ok(new AwaitedProof(proof.Line.DecidedAt, proof.Line.Why, proof.OnDisks)),
    });

    /// <summary>The letter to print; there is none of what came back.</summary>
    public IResult Letter(HttpRequest request, string token, FoundProof proof, string language) => proof.Line.Undone is not null
        ? Gone(request, language)
        : Unshared(Answers.Html(ProofLetter.Of(proof, language, keys.OnLetters, Address(token), mail.Value.Practice)));

    private ProofShown Beside(string token, string language) => ProofPage.Beside(
        language, keys.OnLetters, Address(token), ApiPaths.Of($"proof/{token}/letter?{Preferences.LanguageParameter}={language}"));

    private Uri Address(string token) => keys.Behind(links.To(token));

    private static IResult Unshared(IResult answer) => answer.Unshared($"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}");
}

/// <summary>There is no certificate yet.</summary>
/// <param name="CopiesLeft">How many are yet to be wiped from disks.</param>
public sealed record AwaitedProof(DateTimeOffset DecidedAt, Derivation Retention, int CopiesLeft);
