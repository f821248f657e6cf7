using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Register;

/// <summary>The annex to a processing agreement (GDPR article 28), made from the running system.</summary>
public sealed class ShowAnnex(FrontDoor door, ProcessingAnnex annex)
{
    [Function(nameof(ShowAnnex))]
    [Describes(
        "Shows the annex to a processing agreement: who processes what, where, how long, and the way of a breach.",
        Answer = typeof(AnnexView), AnswerMedia = ["text/html", "text/csv"])]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/annex")] HttpRequest request) =>
        door.Only(Role.Privacy, request, _ => Documents.Answer(request, language => Task.FromResult(ProcessingAnnexDocument.Of(annex.In(language)))), Preferences.LanguageParameter);
}
