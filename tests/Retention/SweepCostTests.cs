namespace WelWee3D.Tests.Retention;

/// <summary>What a sweep costs, counted in requests to storage: it grows with what is due, not with what is kept.</summary>
public sealed class SweepCostTests : OwnWorld
{
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    private KeptClients Clients => field ??= new(world.Storage, world.Get<SubjectKeys>(), world.Get<RetentionRules>());

    [Fact]
    public async Task With_nothing_due_it_takes_six_requests_however_many_clients_are_kept()
    {
        const int aDay = 100;
        var clients = 0;
        foreach (var kept in (int[])[100, 10_000])
        {
            await Clients.Seed(kept - clients, FirstDay.AddDays(clients / aDay), (kept - clients) / aDay + 1, withOrders: true, dueRowsOnly: true);
            clients = kept;

            var (run, requests) = await Sweep(FirstDay.AddDays(1001));

            Assert.InRange(requests, 1, 6);
            Assert.Empty(run.Destroyed);
        }
    }

    [Fact]
    public async Task Messages_of_a_day_go_by_the_ninety_nine_under_one_ledger_line_and_one_certificate()
    {
        const int batches = 10;
        await Clients.Seed(99 * batches, FirstDay, days: 1, withOrders: false);

        var (run, requests) = await Sweep(FirstDay.AddYears(5));

        Assert.Equal(99 * batches, run.Destroyed[Kinds.Message]);
        Assert.Equal(batches, run.Certificates);
        Assert.All(await world.Get<Ledger>().All(default).Select(stored => stored.Line).ToListAsync(), line => Assert.Equal(99, line.Items.Count));
        // For each batch: claim, ledger line, messages, look whether they are absent, when the hashes leave the line and its due
        // row, certificate and its number, done; and the five rows that each message is looked for by, by the hundred.
        // For all: the last sweep, what is due, the messages themselves, the newest certificate, the windows that close, the record
        // of the run with what is open, the last sweep again, the queue of files that were given up, and the subject rows in at most as many transactions as a byte has values.
        Assert.InRange(requests, 14 * batches, 14 * batches + 256 + 9);
    }

    private async Task<(Run Run, int Requests)> Sweep(DateOnly today)
    {
        world.MoveTo(today);
        var before = world.Calls.Count;
        return (await world.Get<Sweep>().Run("sweep", default), world.Calls.Count - before);
    }
}
