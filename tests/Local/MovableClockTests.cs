namespace WelWee3D.Tests.Local;

[Collection(LocalAppTests.Name)]
public sealed class MovableClockTests(LocalAppFixture local)
{
    private static readonly DateTimeOffset Later = new(2040, 1, 31, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Goes_on_from_where_it_was_moved()
    {
        using var clock = new MovableClock();

        clock.MoveTo(Later);

        Assert.InRange(clock.GetUtcNow(), Later, Later.AddMinutes(1));
    }

    [Fact]
    public async Task Waiting_for_a_moment_ends_when_the_clock_moves()
    {
        using var clock = new MovableClock();
        var reached = clock.Reach(now => now.AddYears(1), CancellationToken.None);

        clock.MoveTo(Later);

        Assert.False(await reached);
    }

    [Fact]
    public async Task A_moment_is_reached()
    {
        using var clock = new MovableClock();

        Assert.True(await clock.Reach(now => now.AddMilliseconds(5), CancellationToken.None));
    }

    [Fact]
    public async Task Waiting_ends_with_the_wish_for_it()
    {
        using var clock = new MovableClock();
        using var wish = new CancellationTokenSource();
        var reached = clock.Reach(now => now.AddYears(1), wish.Token);

        await wish.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reached);
    }

    [Fact]
    public async Task Delays_take_their_time_on_it()
    {
        using var clock = new MovableClock();
        clock.MoveTo(Later);

        await Task.Delay(TimeSpan.FromMilliseconds(5), clock);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"now": 5}""")]
    [InlineData("""{"now": "tomorrow"}""")]
    [InlineData("""{"now": "2027-01-31T09:00:00"}""")]
    [InlineData("""{"now": "2027-02-30T09:00:00Z"}""")]
    [InlineData("""{"now": "9999-12-31T23:59:59Z"}""")]
    [InlineData("""{"now": "0001-01-01T00:00:00Z"}""")]
    [InlineData("""{"now": "2200-01-01T00:00:00Z"}""")]
    public async Task A_body_that_names_no_moment_is_refused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await local.Http.PostAsync("local/clock", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"now\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
