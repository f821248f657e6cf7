namespace WelWee3D.Tests.Visits;

public sealed class ShownVisitsTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Theory]
    [InlineData(0, 1, 0, 0, 0, 0)]
    [InlineData(9, 1, 0, 0, 0, 0)]
    [InlineData(10, 0, 1, 0, 0, 0)]
    [InlineData(29, 0, 1, 0, 0, 0)]
    [InlineData(30, 0, 0, 1, 0, 0)]
    [InlineData(60, 0, 0, 0, 1, 0)]
    [InlineData(179, 0, 0, 0, 1, 0)]
    [InlineData(180, 0, 0, 0, 0, 1)]
    public void A_visit_is_counted_with_those_of_about_its_length(int seconds, params int[] times)
    {
        var count = new VisitCount(Day, "/").Plus(seconds);

        Assert.Equal((1, (long)seconds), (count.Views, count.Seconds));
        Assert.Equal<int[]>(times, [count.Under10, count.Under30, count.Under60, count.Under180, count.Longer]);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_day_of_few_is_told_with_its_month_only(int views, bool isShown)
    {
        var counts = new[] { Of(Day, views), Of(Day.AddDays(1), 7) };

        Assert.Equal(isShown ? 2 : 1, ShownVisits.Days(counts, Day, Day.AddDays(9)).Count);
        Assert.Equal(views + 7, Assert.Single(ShownVisits.Months(counts, Day.AddMonths(1))).Views);
    }

    [Theory]
    [InlineData("2026-11-30", 4, false)]
    [InlineData("2026-11-30", 5, true)]
    [InlineData("2026-12-01", 1, true)]
    public void A_month_of_few_is_told_when_it_is_over(string today, int views, bool isShown) =>
        Assert.Equal(isShown ? 1 : 0, ShownVisits.Months([Of(Day, views)], Amsterdam.Date(today)).Count);

    [Fact]
    public void Pages_and_months_are_told_apart()
    {
        var months = ShownVisits.Months([Of(Day, 5), Of(Day, 6, "/tarieven"), Of(Day.AddMonths(-1), 1)], Day);

        Assert.Equal([("2026-10", "/", 1), ("2026-11", "/", 5), ("2026-11", "/tarieven", 6)], months.Select(each => (each.Month, each.Page, each.Views)));
    }

    private static VisitCount Of(DateOnly day, int views, string page = "/") =>
        Enumerable.Repeat(20, views).Aggregate(new VisitCount(day, page), (count, seconds) => count.Plus(seconds));
}
