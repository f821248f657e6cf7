namespace WelWee3D.Benchmarks;

/// <summary>What a sweep costs, with nothing due and with ten thousand messages due.</summary>
internal static class SweepRows
{
    // One row in so many.
    private const int Sample = 5;

    private static readonly DateOnly FirstDay = new(2024, 1, 1);

    public static async Task Add(Table table)
    {
        await AddIdle(table);
        foreach (var (days, on, target) in new[] { (30, "over 30 days", 3.0), (1, "on one day", 2.0) })
            await AddDue(table, days, on, target);
    }

    private static async Task AddDue(Table table, int days, string on, double target)
    {
        await using var sweeps = await CountedSweeps.Start();
        // The first of either pays for connections and compilation.
        await SweepDue.Swept(sweeps, 1000, days: 6);
        await SweepDue.DeletedOneByOne(sweeps, 1000, days: 6);
        // Once: each takes what all other rows together take. One by one only so many go as tell the rate; all of them lie there.
        var swept = await SweepDue.Swept(sweeps, SweepDue.Messages, days);
        var bare = await SweepDue.DeletedOneByOne(sweeps, SweepDue.Messages, days, of: Sample);
        table.Add(Contest.Of(
            $"sweep of 10,000 due messages {on}, once", "messages/s", "the same rows deleted one by one", target,
            [SweepDue.Messages / swept.Took.TotalSeconds], [SweepDue.Messages / (double)Sample / bare.Took.TotalSeconds]));
    }

    private static async Task AddIdle(Table table)
    {
        await using var sweeps = await CountedSweeps.Start();
        var clients = 0;
        foreach (var wanted in (int[])[100, 10_000, 100_000])
        {
            var more = wanted - clients;
            await sweeps.Clients.Seed(more, FirstDay.AddDays(clients / 100), Math.Max(1, more / 100), withOrders: true, dueRowsOnly: true);
            clients = wanted;
            await sweeps.Sweep(FirstDay.AddDays(1001));
            var requests = new List<double>();
            for (var round = 0; round < Contest.Rounds; round++)
                requests.Add((await sweeps.Sweep(FirstDay.AddDays(1001))).Requests);
            var figures = Figures.Of(requests);
            table.Add(new(FormattableString.Invariant($"sweep with nothing due, {clients:N0} clients"), "requests", figures, "", null, null, "≤ 2", figures.Max <= 2));
        }
    }
}
