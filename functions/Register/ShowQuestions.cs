using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Register;

/// <summary>The seven questions about erasure, answered from the running system.</summary>
public sealed class ShowQuestions(FrontDoor door, SevenQuestions questions)
{
    [Function(nameof(ShowQuestions))]
    [Describes(
        "Answers the seven questions that Europe's authorities asked about erasure, as things stand now.", Answer = typeof(SevenQuestionsView),
        AnswerMedia = ["text/html", "text/csv"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/questions")] HttpRequest request, CancellationToken cancellation) =>
        door.Only(
            Role.Privacy, request, _ => Documents.Answer(request, async language => SevenQuestionsDocument.Of(await questions.In(language, cancellation))),
            Preferences.LanguageParameter);
}
