namespace WelWee3D.Tests.PrivacyRequests;

public sealed class AnswerDeadlineTests
{
    [Theory]
    [InlineData("2026-01-31", "2026-03-02")]
    [InlineData("2026-03-03", "2026-04-07")]
    [InlineData("2026-03-27", "2026-04-28")]
    [InlineData("2026-04-05", "2026-05-06")]
    [InlineData("2026-08-31", "2026-09-30")]
    [InlineData("2026-11-25", "2026-12-28")]
    [InlineData("2026-11-22", "2026-12-22")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2026-12-01", "2027-01-04")]
    public void One_month_after_receipt_it_ends_on_a_working_day(string received, string end) =>
        Assert.Equal(Amsterdam.Date(end), AnswerDeadline.Of(Amsterdam.Date(received)).End);

    [Theory]
    [InlineData("2026-01-31", "2026-04-30")]
    [InlineData("2025-11-30", "2026-03-02")]
    public void Extended_it_ends_three_months_after_receipt(string received, string end) =>
        Assert.Equal(Amsterdam.Date(end), AnswerDeadline.Of(Amsterdam.Date(received), isExtended: true).End);

    [Fact]
    public void Each_day_that_it_moved_over_is_told_with_its_reason()
    {
        var deadline = AnswerDeadline.Of(new(2026, 3, 3));

        Assert.Equal((new DateOnly(2026, 3, 3), Term.OfMonths(1)), (deadline.Start, deadline.Term));
        Assert.Equal(
            new SkippedDay[]
            {
                new(new(2026, 4, 3), "Goede Vrijdag", "Good Friday"), new(new(2026, 4, 4), "zaterdag", "Saturday"),
                new(new(2026, 4, 5), "eerste paasdag", "Easter Sunday"), new(new(2026, 4, 6), "tweede paasdag", "Easter Monday"),
            },
            deadline.MovedBy);
        Assert.Empty(AnswerDeadline.Of(new(2026, 8, 31)).MovedBy);
    }

    [Theory]
    [InlineData(0, "2026-12-22")]
    [InlineData(3, "2026-12-28")]
    [InlineData(14, "2027-01-05")]
    public void Days_on_which_it_was_suspended_come_on_top_and_then_it_moves(int suspended, string end) =>
        Assert.Equal(Amsterdam.Date(end), AnswerDeadline.Of(new(2026, 11, 22), suspendedDays: suspended).End);

    // As calendars print them: Good Friday, Easter Sunday, Easter Monday, King's Day, Ascension, Whit Sunday, Whit Monday.
    [Theory]
    [InlineData(2024, "03-29", "03-31", "04-01", "04-27", "05-09", "05-19", "05-20")]
    [InlineData(2025, "04-18", "04-20", "04-21", "04-26", "05-29", "06-08", "06-09")]
    [InlineData(2026, "04-03", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25")]
    [InlineData(2027, "03-26", "03-28", "03-29", "04-27", "05-06", "05-16", "05-17")]
    [InlineData(2028, "04-14", "04-16", "04-17", "04-27", "05-25", "06-04", "06-05")]
    [InlineData(2029, "03-30", "04-01", "04-02", "04-27", "05-10", "05-20", "05-21")]
    [InlineData(2030, "04-19", "04-21", "04-22", "04-27", "05-30", "06-09", "06-10")]
    [InlineData(2031, "04-11", "04-13", "04-14", "04-26", "05-22", "06-01", "06-02")]
    [InlineData(2032, "03-26", "03-28", "03-29", "04-27", "05-06", "05-16", "05-17")]
    [InlineData(2033, "04-15", "04-17", "04-18", "04-27", "05-26", "06-05", "06-06")]
    [InlineData(2034, "04-07", "04-09", "04-10", "04-27", "05-18", "05-28", "05-29")]
    public void Holidays_fall_where_calendars_have_them_ten_years_long(int year, params string[] moving) => Assert.Equal(
        moving.Concat(["01-01", "05-05", "12-25", "12-26"]).Order(),
        Holidays.All.Select(holiday => holiday.In(year)).Select(day => day.Iso()[5..]).Order());

    // Of any table of Easter: the earliest and latest there can be, and what a wrong correction of the moon misses.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    [InlineData("2285-03-22")]
    public void Easter_is_computed_right_where_that_is_hard(string easter) =>
        Assert.Equal(Amsterdam.Date(easter), Holiday.Easter(Amsterdam.Date(easter).Year));

    [Fact]
    public void It_never_ends_on_a_day_that_is_not_worked_nor_before_the_month_is_over()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2035; day = day.AddDays(1))
        {
            var deadline = AnswerDeadline.Of(day);
            Assert.Null(Holidays.Reason(deadline.End));
            Assert.InRange(deadline.End.DayNumber - day.AddMonths(1).DayNumber, 0, 4);
            Assert.Equal(deadline.End.DayNumber - day.AddMonths(1).DayNumber, deadline.MovedBy.Count);
        }
    }
}
