namespace WelWee3D.Tests.Retention;

/// <summary>What the engine decides about a due row and the record behind it: every combination, without storage.</summary>
public sealed class JudgementTests
{
    private static readonly DateOnly Today = new(2028, 2, 29);
    private static readonly DateTimeOffset Now = Amsterdam.StartOf(Today).AddHours(2);
    private static readonly RetentionRules Rules = new(7);
    private static readonly DueRow Standing = new(Today, new("toy", Id.New(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))), Version: 3);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void A_row_that_leads_to_no_record_is_stray(int version) =>
        AssertIs(Judgement.Of(Standing with { Version = version }, null, Now), isStray: true);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(3650, false)]
    public void A_record_is_destroyed_from_its_day_on(int daysToGo, bool goes)
    {
        var record = Record(daysToGo);

        AssertIs(Judgement.Of(Standing, record, Now), isStray: false, goes ? [record] : []);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void One_whose_term_counts_in_hours_is_destroyed_from_its_hour_on(int minutes, bool goes)
    {
        var record = Record(daysToGo: 0) with { GoesAt = Now };

        AssertIs(Judgement.Of(Standing, record, Now.AddMinutes(minutes)), isStray: false, goes ? [record] : []);
    }

    [Theory]
    [InlineData(2, 0, true)]
    [InlineData(3, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(2, 1, true)]
    [InlineData(3, 1, true)]
    [InlineData(4, 1, false)]
    public void A_row_that_was_left_behind_goes_and_one_of_a_change_under_way_stays_whatever_their_day(
        int version, int daysLater, bool isStray)
    {
        var row = Standing with { Version = version, On = Today.AddDays(daysLater) };

        Assert.Equal(isStray && row != Standing, Judgement.Of(row, Record(daysToGo: 9), Now).IsStray);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, false)]
    public void Who_comes_by_a_row_left_behind_destroys_what_is_due_and_by_one_of_a_change_under_way_does_not(int version, bool goes)
    {
        var record = Record(daysToGo: 0);

        Assert.Equal(goes ? [record] : [], Judgement.Of(Standing with { Version = version }, record, Now).Destroy);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void The_parts_that_are_due_go_and_what_has_parts_goes_after_them(bool firstIsDue, bool secondIsDue)
    {
        var (first, second) = (Record(firstIsDue ? 0 : 1), Record(secondIsDue ? 0 : 1));
        var owner = Record(daysToGo: -9) with { Parts = [first, second] };

        var judgement = Judgement.Of(Standing, owner, Now);

        AssertIs(judgement, isStray: false, [.. firstIsDue ? [first] : Array.Empty<KeptRecord>(), .. secondIsDue ? [second] : Array.Empty<KeptRecord>()]);
    }

    [Fact]
    public void What_was_begun_is_finished_though_nothing_makes_it_due_any_more()
    {
        var begun = Record(daysToGo: 1) with { IsBegun = true };
        var owner = Record(daysToGo: 1) with { Parts = [Record(daysToGo: 1), begun] };

        AssertIs(Judgement.Of(Standing, owner, Now), isStray: false, begun);
        AssertIs(Judgement.Of(Standing, begun, Now), isStray: false, begun);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void A_hold_keeps_what_is_due_up_to_and_including_its_last_day(int holdEndsIn, bool goes)
    {
        var record = Record(daysToGo: -9, new([new(Standing.Item.Id, "A claim", Today.AddDays(holdEndsIn))]));

        AssertIs(Judgement.Of(Standing, record, Now), isStray: false, goes ? [record] : []);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_restriction_keeps_what_is_due_unless_its_erasure_was_asked_for(bool erased, bool goes)
    {
        var record = Record(daysToGo: -9, new([], RestrictedOn: Today.AddDays(-100), ErasureRequestedOn: erased ? Today : null));

        AssertIs(Judgement.Of(Standing, record, Now), isStray: false, goes ? [record] : []);
    }

    private static KeptRecord Record(int daysToGo, Interventions? interventions = null) => new(
        Standing.Item, Standing,
        Rules.Apply(RetentionSchedule.UnfinishedUpload, Today.AddDays(daysToGo - 7), interventions ?? Interventions.None, Today), []);

    private static void AssertIs(Judgement judgement, bool isStray, params KeptRecord[] destroyed)
    {
        Assert.Equal(isStray, judgement.IsStray);
        Assert.Equal(destroyed, judgement.Destroy);
    }
}
