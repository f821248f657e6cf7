namespace WelWee3D.Tests.Audit;

public sealed class AuditDaysTests : OwnWorld
{
    [Fact]
    public async Task The_events_of_a_day_go_with_it_however_many_and_those_of_the_next_day_stay()
    {
        var scan = $"scan|{world.NewId()}";
        var (day, next) = (world.Today, world.Today.AddDays(1));
        for (var each = 0; each < 101; each++)
            await Add(day, scan);
        await Add(next, scan);
        world.MoveTo(day.AddYears(5));

        Assert.Equal(1, (await world.Get<Sweep>().Run(Decider.Sweep, default)).Destroyed[AuditDays.Kind]);

        Assert.Equal([next.Iso(), scan], (await world.Storage.Rows(AuditEvents.TableName)).Select(row => row.PartitionKey));
    }

    [Fact]
    public async Task Events_whose_day_lost_its_record_get_one_and_go_on_their_day()
    {
        var day = world.Today;
        await Add(day, "order");
        await world.Storage.Clear(AuditDays.TableName);
        await world.Storage.Clear(DueIndex.TableName);

        Assert.True((await world.Get<Reconciliation>().Run(default)).Repaired["due-row"] > 0);
        world.MoveTo(day.AddYears(5));
        await world.Get<Sweep>().Run(Decider.Sweep, default);

        Assert.Empty(await world.Storage.Rows(AuditEvents.TableName));
    }

    private async Task Add(DateOnly day, string about)
    {
        var at = Amsterdam.StartOf(day).AddHours(9);
        await world.Get<AuditDays>().Add(AuditDay.Of(day), default);
        await world.Get<AuditEvents>().Add(new(Id.New(at), at, "staff", Role.Staff, "GET scans/{id}/content", "R", about, 200), default);
    }
}
