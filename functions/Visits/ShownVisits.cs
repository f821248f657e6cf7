namespace WelWee3D.Visits;

/// <summary>What is shown of a page on a day.</summary>
public sealed record ShownDay(DateOnly Day, string Page, int Views, long Seconds, ShownTimes Times);

/// <summary>What is shown of a page in a month.</summary>
/// <param name="Month">Such as <c>2026-11</c>.</param>
public sealed record ShownMonth(string Month, string Page, int Views, long Seconds, ShownTimes Times);

/// <summary>How many saw it for less than ten seconds, and so on.</summary>
public sealed record ShownTimes(int Under10, int Under30, int Under60, int Under180, int Longer)
{
    public static ShownTimes Of(VisitCount count) => new(count.Under10, count.Under30, count.Under60, count.Under180, count.Longer);
}

/// <summary>
/// Which counts are shown. One of few may be that of one person alone: it is told with its month only, when that is over. Pure.
/// </summary>
public static class ShownVisits
{
    /// <summary>Of fewer views than these no day is shown, nor a month that is not over.</summary>
    public const int Fewest = 5;

    public static IReadOnlyList<ShownDay> Days(IEnumerable<VisitCount> counts, DateOnly from, DateOnly until) =>
    [
        .. counts.Where(count => count.Day >= from && count.Day <= until && count.Views >= Fewest)
            .OrderBy(count => count.Day).ThenBy(count => count.Page, StringComparer.Ordinal)
            .Select(count => new ShownDay(count.Day, count.Page, count.Views, count.Seconds, ShownTimes.Of(count))),
    ];

    public static IReadOnlyList<ShownMonth> Months(IEnumerable<VisitCount> counts, DateOnly today) =>
    [
        .. from count in counts
           group count by (Month: VisitMonth.Name(count.Day), count.Page) into each
           orderby each.Key.Month, each.Key.Page
           let all = each.Aggregate((sum, count) => sum.Plus(count))
           where each.Key.Month != VisitMonth.Name(today) || all.Views >= Fewest
           select new ShownMonth(each.Key.Month, each.Key.Page, all.Views, all.Seconds, ShownTimes.Of(all)),
    ];
}
