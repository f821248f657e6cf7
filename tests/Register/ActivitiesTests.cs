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
    public void No_place_of_storage_is_in_two_but_where_scans_lie_before_anybody_knows_whose_they_are() => Assert.Equal(
        [ScanBlobs.ContainerName],
        Activities.All.SelectMany(activity => activity.Stored).CountBy(place => place).Where(place => place.Value > 1).Select(place => place.Key));

    [Fact]
    public void A_file_that_no_order_knows_may_be_of_a_body_and_its_ground_says_so()
    {
        var unclaimed = Activities.All.Single(activity => activity.Kinds.Contains(UnclaimedBlobs.Kind));

        Assert.Contains(ScanBlobs.ContainerName, unclaimed.Stored);
        Assert.Contains("artikel 9, lid 2, onder a", unclaimed.Ground.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_rule_is_for_says_how_long_it_stays() => Assert.All(Activities.All, activity => Assert.True(activity.Rules.Count > 0 || activity.Until is not null));
}
