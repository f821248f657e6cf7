using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Register;

public sealed class ShowRetentionConcept(FrontDoor door, RetentionConcept concept)
{
    [Function(nameof(ShowRetentionConcept))]
    [Describes(
        "Shows the retention concept: each deletion rule, its reason, and how it is carried out.", Answer = typeof(RetentionConceptView),
        AnswerMedia = ["text/html", "text/csv"])]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/retention/schedule")] HttpRequest request) =>
        door.Only(Role.Privacy, request, _ => Documents.Answer(request, language => Task.FromResult(RetentionConceptDocument.Of(concept.In(language)))), Preferences.LanguageParameter);
}
