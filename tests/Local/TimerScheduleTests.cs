using System.Globalization;
using WelWee3D.Local;

namespace WelWee3D.Tests.Local;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("2026-01-15T01:59:59+01:00", "2026-01-15T02:30:00+01:00")]
    [InlineData("2026-01-15T02:30:00+01:00", "2026-01-16T02:30:00+01:00")]
    [InlineData("2026-07-15T12:00:00+02:00", "2026-07-16T02:30:00+02:00")]
    // The night without a half past two: an hour later by the clock, once.
    [InlineData("2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00")]
    [InlineData("2026-03-29T03:30:00+02:00", "2026-03-30T02:30:00+02:00")]
    // The night with two: the first of them, once.
    [InlineData("2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00")]
    [InlineData("2026-10-25T02:10:00+01:00", "2026-10-26T02:30:00+01:00")]
    public void Half_past_two_comes_once_a_day(string now, string next) =>
        Assert.Equal(At(next), new TimerSchedule("0 30 2 * * *").NextAfter(At(now)));

    [Theory]
    [InlineData("2026-03-29T01:59:00+01:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25T02:59:00+02:00", "2026-10-25T02:00:00+01:00")]
    [InlineData("2026-10-25T02:59:00+01:00", "2026-10-25T03:00:00+01:00")]
    public void Every_minute_comes_every_minute_through_the_change_of_the_clock(string now, string next) =>
        Assert.Equal(At(next), new TimerSchedule("0 * * * * *").NextAfter(At(now)));

    [Fact]
    public void A_weekly_schedule_counts_days_in_Amsterdam() =>
        Assert.Equal(At("2026-11-29T00:15:00+01:00"), new TimerSchedule("0 15 0 * * SUN").NextAfter(At("2026-11-28T22:00:00+00:00")));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
