using WelWee3D.Http;

namespace WelWee3D.Statement;

/// <summary>Any version of the privacy statement, for whoever wants to know what was told then.</summary>
public sealed class ShowStatementVersion(FrontDoor door, StatementAnswers answers)
{
    [Function(nameof(ShowStatementVersion))]
    [Describes("Shows one version of the privacy statement, and what it changed.", Answer = typeof(StatementView), AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statement/{version}")] HttpRequest request, string version) =>
        door.Anyone(request, () => Task.FromResult(answers.Of(request, StatementVersions.Find(version))), Preferences.LanguageParameter);
}
