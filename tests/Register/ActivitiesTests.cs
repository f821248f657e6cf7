namespace WelWee3D.Tests.Register;

public sealed class ActivitiesTests
{
    [Fact]
    public void Every_rule_of_the_schedule_is_in_one_activity() => Assert.Equal(
        RetentionSchedule.All.Except([RetentionSchedule.Erasure]).Select(rule => rule.Name).Order(), Activities.All.SelectMany(activity => activity.Rules).Select(rule => rule.Name).Order());

    [Fact]
    public void Every_kind_is_in_one_activity() => Assert.Equal(
        Kinds.All.InOrder.Select(kind => kind.Name).Order(), Activities.All.SelectMany(activity => activity.Kinds).Order());

    [Fact]
    public void No_place_of_storage_is_in_two() => Assert.Distinct(Activities.All.SelectMany(activity => activity.Stored));

    [Fact]
    public void What_no_rule_is_for_says_how_long_it_stays() => Assert.All(Activities.All, activity => Assert.True(activity.Rules.Count > 0 || activity.Until is not null));
}
