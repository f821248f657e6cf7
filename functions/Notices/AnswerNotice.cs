using WelWee3D.Http;

namespace WelWee3D.Notices;

/// <summary>A recipient says by its link that it has read what it must do, and that it is done. Said again, the first time counts.</summary>
public sealed class AnswerNotice(FrontDoor door, NoticeLinks links, RecipientNotices notices, NoticeAnswers answers, TimeProvider clock)
{
    private const long MaxBytes = 1024;

    [Function(nameof(AnswerNotice))]
    [Describes(
        "Says for a recipient that its notice was read, or that what it asks is done.", Body = [typeof(Form)],
        BodyMedia = [Body.JsonType, Body.UrlEncodedType, Body.MultipartType], Example = """{"answer": "read"}""", Answer = typeof(NoticeShown),
        AnswerMedia = ["text/html"], Also = [303])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (await links.Find(token, cancellation) is not { } notice)
                return NoticeAnswers.NotFound(request);
            var (answer, refusal) = await Read(request, cancellation);
            if (refusal is not null)
                return refusal;
            if (answer is not ("read" or "done"))
                return Answers.Invalid(new Problems { { "answer", "Must be read or done." } });

            var changed = await notices.Change(notice.Id, each => each.Answered(isDone: answer == "done", clock.GetUtcNow()), cancellation);
            return changed is null ? NoticeAnswers.NotFound(request) : await answers.Answered(request, token, changed, cancellation);
        }, Preferences.LanguageParameter);

    private static async Task<(string? Answer, IResult? Refusal)> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (Body.Kind(request) != BodyKind.Form)
            return await Body.Json<Form>(request, MaxBytes, cancellation) is var json && json.Refusal is null ? (json.Value.Answer, null) : (null, json.Refusal);
        var form = await Body.Form(request, ["answer"], MaxBytes, cancellation);
        return form.Refusal is null ? (form.Value.GetValueOrDefault("answer"), null) : (null, form.Refusal);
    }

    private sealed record Form(string Answer);
}
