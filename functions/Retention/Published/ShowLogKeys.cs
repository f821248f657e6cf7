using WelWee3D.Http;

namespace WelWee3D.Retention.Published;

/// <summary>By which keys the log's signatures are verified, a line each. A letter bears the first: so nobody need take the app's word for it.</summary>
public sealed class ShowLogKeys(FrontDoor door, LogKeys keys)
{
    [Function(nameof(ShowLogKeys))]
    [Describes("Gives the keys by which the log of certificates is verified, as C2SP writes them.", AnswerMedia = ["text/plain"])]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/log/keys")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(Answers.Text(string.Concat(keys.Verifiers.Select(each => $"{each}\n")))));
}
