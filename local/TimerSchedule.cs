using NCrontab;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary>
/// Six fields (second, minute, hour, day, month, weekday), read on the clock of Amsterdam. A schedule for fixed hours
/// runs once a day: at the first of two equal times, and an hour later where the clock skips its time. One for every
/// hour steps through real time.
/// </summary>
public sealed class TimerSchedule
{
    private static readonly TimeZoneInfo Zone = Amsterdam.Zone;

    private readonly CrontabSchedule schedule;
    private readonly bool everyHour;

    public TimerSchedule(string expression)
    {
        schedule = CrontabSchedule.Parse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        everyHour = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2] == "*";
    }

    public DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        if (everyHour)
            return new DateTimeOffset(schedule.GetNextOccurrence(local.DateTime), local.Offset);
        var wall = local.DateTime;
        DateTimeOffset next;
        do
        {
            wall = schedule.GetNextOccurrence(wall);
            next = Instant(wall);
        }
        while (next <= now);
        return next;
    }

    private static DateTimeOffset Instant(DateTime wall)
    {
        // A skipped time counts by the offset before the gap, a doubled one by the first of its offsets: the larger.
        var offset = Zone.IsInvalidTime(wall) ? Zone.BaseUtcOffset
            : Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max()
            : Zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }
}
