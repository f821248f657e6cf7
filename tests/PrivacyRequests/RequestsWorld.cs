using SendGrid;
using WelWee3D.Tests.Http;
using WelWee3D.Tests.Mail;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>The app with its privacy requests, as a visitor, the privacy officer and the mail service meet it.</summary>
public abstract partial class RequestsWorld : OwnWorld
{
    private protected const string Browser = "text/html,application/xhtml+xml,*/*;q=0.8";

    private protected static readonly CancellationToken None = CancellationToken.None;

    private protected SendGridStandIn SendGrid { get; } = new();

    private protected RequestRegister Register => world.Get<RequestRegister>();

    protected override WorldOptions Options => new()
    {
        At = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1)),
        Services = services => services.AddSingleton<ISendGridClient>(SendGrid.Client()),
    };

    private protected static object Form(string kind = "access", string email = Make.Email, string? text = "Wat weten jullie?") =>
        new { kind, name = "Anna de Vries", email, phone = "06 12345678", text, language = "nl" };

    /// <summary>Sends a form as a website does.</summary>
    private protected Task<Answer> Ask(object form, Action<HttpRequest>? compose = null) =>
        Answer.Of<SubmitPrivacyRequest>(world, (function, request) => function.Run(request, None), form, request =>
        {
            request.Headers.Remove("Authorization");
            compose?.Invoke(request);
        });

    private protected Task<Answer> Confirm(string token, Action<HttpRequest>? compose = null) =>
        Answer.Of<ConfirmPrivacyRequest>(world, (function, request) => function.Run(request, token, None), compose: request =>
        {
            request.Method = HttpMethods.Get;
            request.Headers.Remove("Authorization");
            compose?.Invoke(request);
        });

    /// <summary>Takes a request by phone, as the privacy officer.</summary>
    private protected async Task<Id> Taken(string kind = "access", string email = Make.Email, DateOnly? receivedOn = null)
    {
        var answer = await Answer.Of<SubmitPrivacyRequest>(
            world, (function, request) => function.Run(request, None),
            new { kind, name = "Anna de Vries", email, receivedOn = (receivedOn ?? world.Today).Iso(), channel = "phone" });
        Assert.Equal(StatusCodes.Status201Created, answer.Status);
        return Id.Parse(answer.Json.GetProperty("id").GetString()!);
    }

    private protected Task<Answer> Extend(Id id, string reason) =>
        Answer.Of<ExtendPrivacyRequest>(world, (function, request) => function.Run(request, $"{id}", None), new { reason });

    private protected Task<Answer> Identity(Id id, object form) =>
        Answer.Of<CheckIdentity>(world, (function, request) => function.Run(request, $"{id}", None), form);

    private protected Task<Answer> Close(Id id, object form) =>
        Answer.Of<ClosePrivacyRequest>(world, (function, request) => function.Run(request, $"{id}", None), form);

    private protected Task<Answer> Reopen(Id id, string reason = "Er mist iets.") =>
        Answer.Of<ReopenPrivacyRequest>(world, (function, request) => function.Run(request, $"{id}", None), new { reason });

    private protected Task<Answer> Rectify(object form) =>
        Answer.Of<RectifySubject>(world, (function, request) => function.Run(request, None), form);

    private protected Task<Answer> Restrict(object form) =>
        Answer.Of<RestrictSubject>(world, (function, request) => function.Run(request, None), form);

    private protected Task<Answer> Get(Id id) =>
        Answer.Of<GetPrivacyRequest>(world, (function, request) => function.Run(request, $"{id}", None));

    private protected async Task<JsonElement> List(string query = "")
    {
        var answer = await Answer.Of<ListPrivacyRequests>(
            world, (function, request) => function.Run(request, None), compose: request => request.QueryString = new(query));
        Assert.Equal(StatusCodes.Status200OK, answer.Status);
        return answer.Json;
    }

    private protected async Task<string[]> Listed(string query = "") =>
        [.. (await List(query)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    /// <summary>Sends what waits, and returns all letters of a kind, by the address of a thread's letter.</summary>
    private protected async Task<IReadOnlyList<JsonElement>> Sent(string kind)
    {
        await world.Function<SendLetters>().Run(new TimerInfo(), None);
        return [.. SendGrid.Received.Where(mail => mail.TryGetProperty("headers", out var headers)
            && headers.GetProperty("Message-ID").GetString()!.StartsWith($"<{kind}.", StringComparison.Ordinal))];
    }

    private protected static string Text(JsonElement mail) => mail.GetProperty("content")[0].GetProperty("value").GetString()!;

    /// <summary>The token in the letter that was sent last.</summary>
    private protected async Task<string> Token() => TokenInLetter().Match(Text((await Sent(ConfirmLetter.Name))[^1])).Groups[1].Value;

    private protected async Task<string> Code() => CodeInLetter().Match(Text((await Sent(CodeLetter.Name))[^1])).Groups[1].Value;

    [GeneratedRegex("https://app.voorbeeld.nl/api/privacy-requests/confirm/([0-9a-f]{64,72})\n")]
    private static partial Regex TokenInLetter();

    [GeneratedRegex("Code: ([0-9]{6})\n")]
    private static partial Regex CodeInLetter();
}
