namespace WelWee3D.Tests.Local;

[Collection(LocalAppTests.Name)]
public sealed class TimersTests(LocalAppFixture local)
{
    [Fact]
    public async Task A_timer_follows_the_moved_clock_and_runs_nothing_that_was_skipped()
    {
        await MoveClock("2031-05-01T02:29:59+02:00");
        await Eventually.True(() => Ticks("2031-05") is ["2031-05-01 00:30, next 2031-05-02 00:30"]);

        await MoveClock("2031-05-20T12:00:00+02:00");
        await MoveClock("2031-05-30T02:29:59+02:00");
        await Eventually.True(() => Ticks("2031-05").Length > 1);

        Assert.Equal(["2031-05-01 00:30, next 2031-05-02 00:30", "2031-05-30 00:30, next 2031-05-31 00:30"], Ticks("2031-05"));
    }

    [Fact]
    public async Task The_admin_route_runs_a_timer_and_answers_when_it_is_done()
    {
        await MoveClock("2032-06-01T12:00:00+02:00");

        using var answer = await local.Http.PostAsJsonAsync("admin/functions/SampleTimer", new { });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["2032-06-01 10:00, next 2032-06-02 00:30"], Ticks("2032-06"));
    }

    [Theory]
    [InlineData("2033-01-15T12:00:00+01:00", "2033-01-16 01:30")]
    // The night without a half past two: as soon as the clock goes on.
    [InlineData("2033-03-26T12:00:00+01:00", "2033-03-27 01:00")]
    // The night with two: the first of them, once.
    [InlineData("2033-10-29T12:00:00+02:00", "2033-10-30 00:30")]
    [InlineData("2033-10-30T02:40:00+02:00", "2033-10-31 01:30")]
    public async Task Half_past_two_in_Amsterdam_comes_once_a_day(string now, string nextInUtc)
    {
        await MoveClock(now);

        using var answer = await local.Http.PostAsJsonAsync("admin/functions/SampleTimer", new { });

        Assert.EndsWith($"next {nextInUtc}", local.Calls.Of("SampleTimer")[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unknown", HttpStatusCode.NotFound)]
    [InlineData("SampleBinding", HttpStatusCode.NotFound)]
    [InlineData("SampleBlob", HttpStatusCode.BadRequest)]
    [InlineData("SampleBrokenTimer", HttpStatusCode.InternalServerError)]
    public async Task The_admin_route_tells_why_it_did_not_run(string function, HttpStatusCode expected)
    {
        using var answer = await local.Http.PostAsJsonAsync($"admin/functions/{function}", new { });

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.InternalServerError)
            Assert.Equal("It broke.", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    private async Task MoveClock(string now)
    {
        using var answer = await local.Http.PostAsJsonAsync("local/clock", new { now });
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var moment = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        Assert.InRange(told.GetProperty("now").GetDateTimeOffset(), moment, moment.AddMinutes(1));
    }

    private string[] Ticks(string month) =>
        [.. local.Calls.Of("SampleTimer").Where(call => call.StartsWith(month, StringComparison.Ordinal))];
}
