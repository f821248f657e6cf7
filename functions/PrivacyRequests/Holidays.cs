using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// The public holidays of the Netherlands, as the list that Regulation 1182/71 asks of each country has them: Good Friday
/// and 5 May are on it, every year. It was looked at in <see cref="CheckedOn"/>; a law that changes it changes this list.
/// </summary>
public static class Holidays
{
    public static readonly DateOnly CheckedOn = new(2026, 11, 27);

    public static readonly IReadOnlyList<Holiday> All =
    [
        new(new("Nieuwjaarsdag", "New Year's Day"), Month: 1, Day: 1),
        new(new("Goede Vrijdag", "Good Friday"), FromEaster: -2),
        new(new("eerste paasdag", "Easter Sunday"), FromEaster: 0),
        new(new("tweede paasdag", "Easter Monday"), FromEaster: 1),
        new(new("Koningsdag", "King's Day"), Month: 4, Day: 27, MovesFromSunday: true),
        new(new("Bevrijdingsdag", "Liberation Day"), Month: 5, Day: 5),
        new(new("Hemelvaartsdag", "Ascension Day"), FromEaster: 39),
        new(new("eerste pinksterdag", "Whit Sunday"), FromEaster: 49),
        new(new("tweede pinksterdag", "Whit Monday"), FromEaster: 50),
        new(new("eerste kerstdag", "Christmas Day"), Month: 12, Day: 25),
        new(new("tweede kerstdag", "Boxing Day"), Month: 12, Day: 26),
    ];

    private static readonly Words Saturday = new("zaterdag", "Saturday");
    private static readonly Words Sunday = new("zondag", "Sunday");

    /// <summary>Why nobody works on a day: the holiday if it is one, else the weekend; null on a working day.</summary>
    public static Words? Reason(DateOnly day) =>
        All.FirstOrDefault(holiday => holiday.In(day.Year) == day)?.Words ?? day.DayOfWeek switch
        {
            DayOfWeek.Saturday => Saturday,
            DayOfWeek.Sunday => Sunday,
            _ => null,
        };
}
