namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>The oracle's own arithmetic on dates, from the words of the promise: a month or year keeps the day, or ends on the last.</summary>
internal static class OwnCalendar
{
    public static DateOnly PlusYears(this DateOnly from, int years) => Day(from.Year + years, from.Month, from.Day);

    public static DateOnly PlusMonths(this DateOnly from, int months)
    {
        var (year, month) = (from.Year, from.Month + months);
        while (month > 12)
            (year, month) = (year + 1, month - 12);
        return Day(year, month, from.Day);
    }

    private static DateOnly Day(int year, int month, int day) => new(year, month, Math.Min(day, Length(year, month)));

    private static int Length(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
