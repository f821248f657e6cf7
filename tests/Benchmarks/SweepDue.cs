using System.Diagnostics;
using Azure;
using WelWee3D.Retention;
using WelWee3D.Tests;
using WelWee3D.Tests.Retention;

namespace WelWee3D.Benchmarks;

/// <summary>
/// Ten thousand messages that are due, destroyed by the sweep, with its ledger, certificates and look afterwards; and
/// the very same rows deleted by a bare client, one by one. In turns, each on data seeded for it.
/// </summary>
internal static class SweepDue
{
    public const int Messages = 10_000;
    private const int Rounds = 3;
    private const int Parallelism = 8;

    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    public static async Task Run()
    {
        await using var sweeps = await CountedSweeps.Start();
        // The first of either pays for connections and compilation.
        await Swept(sweeps, 2000, days: 6);
        await DeletedOneByOne(sweeps, 2000, days: 6);

        var table = new Report("days", "round", "rows", "sweep s", "requests", "certificates", "one by one s", "requests", "ratio");
        foreach (var days in (int[])[30, 1])
        {
            for (var round = 1; round <= Rounds; round++)
            {
                // The one that goes first takes turns too.
                var first = round % 2 == 0 ? await DeletedOneByOne(sweeps, Messages, days) : default;
                var swept = await Swept(sweeps, Messages, days);
                var bare = round % 2 == 0 ? first : await DeletedOneByOne(sweeps, Messages, days);
                table.Add(
                    days, round, bare.Rows, swept.Took.TotalSeconds, swept.Requests, swept.Certificates,
                    bare.Took.TotalSeconds, bare.Requests, bare.Took / swept.Took);
            }
        }
    }

    public static async Task<(TimeSpan Took, int Requests, int Certificates)> Swept(CountedSweeps sweeps, int messages, int days)
    {
        await sweeps.Clients.Seed(messages, FirstDay, days, withOrders: false);
        var watch = Stopwatch.StartNew();
        var (run, requests) = await sweeps.Sweep(FirstDay.AddDays(days).AddYears(5));
        watch.Stop();
        return run.Destroyed[Kinds.Message] == messages
            ? (watch.Elapsed, requests, run.Certificates)
            : throw new InvalidOperationException($"Of {messages} messages {run.Destroyed[Kinds.Message]} were destroyed.");
    }

    /// <param name="of">One row in so many is deleted, and all others stay.</param>
    public static async Task<(TimeSpan Took, int Requests, int Rows)> DeletedOneByOne(CountedSweeps sweeps, int messages, int days, int of = 1)
    {
        var seeded = await sweeps.Clients.Seed(messages, FirstDay, days, withOrders: false);
        var rows = seeded.Where((_, at) => at % of == 0).ToArray();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            rows, new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (row, cancellation) => await sweeps.Storage.Table(row.Table)
                .DeleteEntityAsync(row.Row.PartitionKey, row.Row.RowKey, ETag.All, cancellation));
        return (watch.Elapsed, rows.Length, rows.Length);
    }
}
