using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>Messages by the day received: the query parameters that ask for some days, and the terms, the newest day first.</summary>
/// <param name="From">The first of the days that are asked for.</param>
/// <param name="Until">The last.</param>
public sealed record MessageDays(DateOnly From, DateOnly Until)
{
    public static readonly string[] Parameters = ["from", "until"];

    private static readonly MessageDays Any = new(new(2000, 1, 1), new(2199, 12, 31));

    public bool IsAny => this == Any;

    public string FirstTerm => TermOf(Until);

    public string LastTerm => TermOf(From);

    /// <summary>What a message of that day is filed under.</summary>
    public static string TermOf(DateOnly day) => $"received:{DateOnly.MaxValue.DayNumber - day.DayNumber:D7}";

    public static MessageDays Of(HttpRequest request, Problems problems)
    {
        var days = new MessageDays(request.Date("from", Any.From, problems), request.Date("until", Any.Until, problems));
        if (days.Until < days.From)
            problems.Add("until", "Must not be before from.");
        return days;
    }

    public bool Have(DateOnly day) => day >= From && day <= Until;
}
