using WelWee3D.Tests.Http;
using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.Notices;

/// <summary>The app with the recipients of its clients' data, who answer by the links in their letters.</summary>
public abstract partial class NoticesWorld : RequestsWorld
{
    private protected RecipientNotices Notices => world.Get<RecipientNotices>();

    private protected async Task<RecipientNotice> Only() => Assert.Single(await Open());

    private protected async Task<IReadOnlyList<RecipientNotice>> Open() => await Notices.Open(None).ToListAsync();

    /// <summary>Sends what waits; the letters to recipients of which there are any.</summary>
    private protected async Task<IReadOnlyList<JsonElement>> SentToRecipients()
    {
        await world.Function<SendLetters>().Run(new(), None);
        return [.. SendGrid.Received.Where(mail => mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString()!.EndsWith("@drukker.example", StringComparison.Ordinal))];
    }

    private protected async Task<string> TokenOfNotice() => TokenInNotice().Match(Text((await SentToRecipients())[^1])).Groups[1].Value;

    /// <param name="at">When that happened; null for now.</param>
    private protected async Task ComesBack(Letter letter, DateTimeOffset? at = null) => await world.Get<MailEvents>().Note(
        JsonSerializer.SerializeToElement(new[]
        {
            new { @event = "bounce", timestamp = (at ?? world.Now).ToUnixTimeSeconds(), letter = $"{letter.Kind}|{letter.Reference}" },
        }), None);

    private protected Task<Answer> Show(string token, string accept = "application/json", string query = "") =>
        Answer.Of<ShowNotice>(world, (function, request) => function.Run(request, token, None), compose: request =>
        {
            request.Method = HttpMethods.Get;
            request.Headers.Remove("Authorization");
            request.Headers.Accept = accept;
            request.QueryString = new(query);
        });

    private protected Task<Answer> Say(string token, string answer) => Answer.Of<AnswerNotice>(
        world, (function, request) => function.Run(request, token, None), new { answer }, request => request.Headers.Remove("Authorization"));

    private protected async Task<JsonElement> Restrict(string email)
    {
        var answer = await Restrict(new { email });
        Assert.Equal(StatusCodes.Status200OK, answer.Status);
        return answer.Json;
    }

    [GeneratedRegex("https://app.voorbeeld.nl/api/notices/([0-9a-f]{64,72})\n")]
    private static partial Regex TokenInNotice();
}
