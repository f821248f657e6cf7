using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Register;

/// <summary>The data protection impact assessment (GDPR article 35): its facts from the running system, its judgements left to the practice.</summary>
public sealed class ShowAssessment(FrontDoor door, ImpactAssessment assessment)
{
    [Function(nameof(ShowAssessment))]
    [Describes(
        "Shows the data protection impact assessment: its facts, and blanks for what the practice judges.",
        Answer = typeof(AssessmentView), AnswerMedia = ["text/html", "text/csv"])]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/assessment")] HttpRequest request) =>
        door.Only(Role.Privacy, request, _ => Documents.Answer(request, language => Task.FromResult(ImpactAssessmentDocument.Of(assessment.In(language)))), Preferences.LanguageParameter);
}
