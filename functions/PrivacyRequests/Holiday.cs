using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>A public holiday: on the same date each year, or so many days from Easter.</summary>
/// <param name="FromEaster">Days from Easter Sunday; null for one with a date of its own.</param>
/// <param name="MovesFromSunday">Whether it is kept on the day before when its date is a Sunday.</param>
public sealed record Holiday(Words Words, int Month = 0, int Day = 0, int? FromEaster = null, bool MovesFromSunday = false)
{
    public DateOnly In(int year)
    {
        if (FromEaster is { } days)
            return Easter(year).AddDays(days);
        var date = new DateOnly(year, Month, Day);
        return MovesFromSunday && date.DayOfWeek == DayOfWeek.Sunday ? date.AddDays(-1) : date;
    }

    /// <summary>Easter Sunday in the Gregorian calendar, by the rule of Butcher and Meeus.</summary>
    public static DateOnly Easter(int year)
    {
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var lunarYear = year % 19;
        var epact = (19 * lunarYear + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        var shift = (lunarYear + 11 * epact + 22 * weekday) / 451;
        var (month, day) = Math.DivRem(epact + weekday - 7 * shift + 114, 31);
        return new(year, month, day + 1);
    }
}
