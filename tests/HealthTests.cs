using Azure;
using Azure.Core;
using SendGrid;
using WelWee3D.Tests.Mail;

namespace WelWee3D.Tests;

public sealed class HealthTests : HttpWorld
{
    [Fact]
    public async Task Anybody_learns_that_storage_answers_and_nothing_else()
    {
        await World.Get<Sweep>().Run("sweep", default);

        Assert.Equal("""{"status":"ok"}""", await Anyone.GetStringAsync("api/health"));
    }

    [Fact]
    public async Task Staff_see_the_last_complete_sweep_and_whether_the_next_is_late()
    {
        World.MoveTo(World.Today.AddDays(1));
        Assert.True((await Sweep(Staff)).GetProperty("overdue").GetBoolean());
        var run = await World.Get<Sweep>().Run("sweep", default);

        World.Wait(TimeSpan.FromHours(25));
        var inTime = await Sweep(Staff);
        World.Wait(TimeSpan.FromHours(2));
        var late = await Sweep(Officer);

        Assert.Equal(run.StartedAt, inTime.GetProperty("completedAt").GetDateTimeOffset());
        Assert.False(inTime.GetProperty("overdue").GetBoolean());
        Assert.True(late.GetProperty("overdue").GetBoolean());
        Assert.False(late.GetProperty("dateIsDoubtful").GetBoolean());
    }

    [Fact]
    public async Task Staff_see_that_the_newest_sweep_left_something()
    {
        await World.Get<DueIndex>().Put(DueRow.First(World.Today, new("of-tomorrow", World.NewId())), default);
        var run = await World.Get<Sweep>().Run("sweep", default);

        var newest = (await Sweep(Staff)).GetProperty("newest");

        Assert.Equal($"{run.Id}", newest.GetProperty("id").GetString());
        Assert.False(newest.GetProperty("complete").GetBoolean());
        await World.Storage.Clear(DueIndex.TableName);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, true)]
    [InlineData(HttpStatusCode.Forbidden, true)]
    [InlineData(HttpStatusCode.TooManyRequests, false)]
    public async Task Staff_see_that_the_mail_service_refuses_the_practice_until_it_takes_letters_again(HttpStatusCode answer, bool isTold)
    {
        var sendGrid = new SendGridStandIn { Answer = _ => answer };
        await using var sending = await World.Beside(new WorldOptions { Services = services => services.AddSingleton<ISendGridClient>(sendGrid.Client()) });
        await World.Get<Letters>().Add(new(UndeliveredLetter.Name, $"note|{World.NewId()}"), default);

        await sending.Function<SendLetters>().Run(new TimerInfo(), default);
        var refused = await RefusedWith();
        sendGrid.Answer = _ => HttpStatusCode.Accepted;
        World.Wait(TimeSpan.FromMinutes(2));
        await sending.Function<SendLetters>().Run(new TimerInfo(), default);

        Assert.Equal(isTold ? (int)answer : null, refused);
        Assert.Null(await RefusedWith());
    }

    [Theory]
    [InlineData("/Due")]
    [InlineData("/Ledger")]
    [InlineData("/scans")]
    public async Task Storage_that_refuses_is_told_as_503(string path)
    {
        World.Calls.Before = request => IsAbout(request, path) ? throw new RequestFailedException(503, "Down", "ServerBusy", null) : Task.CompletedTask;

        using var answer = await Anyone.GetAsync("api/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        World.Calls.LetBe();
    }

    [Theory]
    [InlineData("/Due")]
    [InlineData("/scans")]
    public async Task Storage_that_says_nothing_for_two_seconds_is_told_as_503(string path)
    {
        var asked = new TaskCompletionSource();
        World.Calls.Hangs = request =>
        {
            if (IsAbout(request, path))
                asked.TrySetResult();
            return IsAbout(request, path);
        };
        var answering = Anyone.GetAsync("api/health");
        await asked.Task;

        World.Wait(TimeSpan.FromSeconds(2));
        using var answer = await answering;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        World.Calls.LetBe();
    }

    private async Task<int?> RefusedWith() =>
        JsonSerializer.Deserialize<JsonElement>(await Staff.GetStringAsync("api/health")).GetProperty("mail").TryGetProperty("refusedWith", out var status)
            && status.ValueKind == JsonValueKind.Number ? status.GetInt32() : null;

    private static bool IsAbout(Request request, string path) => request.Uri.Path.Contains(path, StringComparison.Ordinal);

    private static async Task<JsonElement> Sweep(HttpClient client) =>
        JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("api/health")).GetProperty("sweep");
}
