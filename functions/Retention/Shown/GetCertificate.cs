using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Retention.Shown;

/// <summary>One certificate: as JSON, or as a page to print.</summary>
public sealed class GetCertificate(FrontDoor door, Certificates certificates, RecordKinds kinds)
{
    [Function(nameof(GetCertificate))]
    [Describes("Shows one certificate of destruction.", Answer = typeof(CertificateView), AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/certificates/{number:int}")] HttpRequest request,
        int number,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            if (request.Language() is not { } language)
                return Answers.Unreadable("language", "Must be nl or en.");
            if (await certificates.Find(number, cancellation) is not { } certificate)
                return Answers.NotFound("certificate");

            request.HttpContext.Response.Headers.Vary = "Accept, Accept-Language";
            return request.PrefersHtml()
                ? Answers.Html(CertificatePage.Render(certificate, kinds, language))
                : Answers.Ok(CertificateView.Of(certificate));
        }, Preferences.LanguageParameter);
}
