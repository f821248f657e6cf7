using Microsoft.Extensions.Time.Testing;

namespace WelWee3D.Tests.Storage;

public sealed class AmsterdamTests
{
    [Theory]
    // Winter time is an hour ahead of UTC, summer time two.
    [InlineData("2026-11-22T22:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T23:00:00Z", "2026-11-23")]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T22:00:00Z", "2026-07-02")]
    // The nights on which the clocks change.
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T21:59:59Z", "2026-10-24")]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    public void A_moment_falls_on_the_day_that_it_is_in_Amsterdam(string moment, string day)
    {
        var at = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

        Assert.Equal(day, Amsterdam.DateOf(at).Iso());
        Assert.Equal(day, new FakeTimeProvider(at).Today().Iso());
    }

    [Theory]
    [InlineData("2026-11-22", "2026-11-21T23:00:00Z")]
    [InlineData("2026-07-01", "2026-06-30T22:00:00Z")]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void A_day_starts_at_midnight_in_Amsterdam(string day, string moment)
    {
        var start = Amsterdam.StartOf(Amsterdam.Date(day));

        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), start);
        Assert.Equal(day, Amsterdam.DateOf(start).Iso());
        Assert.NotEqual(day, Amsterdam.DateOf(start.AddTicks(-1)).Iso());
    }

    [Theory]
    [InlineData("2027-02-29")]
    [InlineData("2026-1-5")]
    [InlineData("05-01-2026")]
    [InlineData("")]
    public void What_is_not_a_date_is_refused(string text) => Assert.Throws<FormatException>(() => Amsterdam.Date(text));
}
