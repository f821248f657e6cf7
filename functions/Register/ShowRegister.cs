using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Register;

public sealed class ShowRegister(FrontDoor door, RegisterOfProcessing register)
{
    [Function(nameof(ShowRegister))]
    [Describes(
        "Shows the register of processing activities (GDPR article 30).", Answer = typeof(RegisterView), AnswerMedia = ["text/html", "text/csv"])]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register")] HttpRequest request) =>
        door.Only(Role.Privacy, request, _ => Documents.Answer(request, language => Task.FromResult(RegisterDocument.Of(register.In(language)))), Preferences.LanguageParameter);
}
