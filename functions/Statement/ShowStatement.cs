using WelWee3D.Http;

namespace WelWee3D.Statement;

public sealed class ShowStatement(FrontDoor door, StatementAnswers answers, TimeProvider clock)
{
    [Function(nameof(ShowStatement))]
    [Describes("Shows the privacy statement as it is in force today.", Answer = typeof(StatementView), AnswerMedia = ["text/html"])]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statement")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(answers.Of(request, StatementVersions.InForce(clock.Today()))), Preferences.LanguageParameter);
}
