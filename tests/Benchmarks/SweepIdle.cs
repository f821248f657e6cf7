using System.Diagnostics;
using WelWee3D.Tests.Retention;

namespace WelWee3D.Benchmarks;

/// <summary>A sweep with nothing due, the more clients are kept.</summary>
internal static class SweepIdle
{
    private const int Times = 11;

    private static readonly DateOnly FirstDay = new(2024, 1, 1);

    public static async Task Run()
    {
        await using var sweeps = await CountedSweeps.Start();
        var today = FirstDay.AddDays(1000);
        var table = new Report("clients", "rows", "requests", "median ms");
        var (clients, rows) = (0, 0);
        foreach (var wanted in (int[])[100, 10_000, 100_000])
        {
            var more = wanted - clients;
            rows += (await sweeps.Clients.Seed(more, FirstDay.AddDays(clients / 100), Math.Max(1, more / 100), withOrders: true)).Count;
            clients = wanted;

            var sweepsOf = new List<(double Milliseconds, int Requests)>();
            for (var time = 0; time <= Times; time++)
            {
                var watch = Stopwatch.StartNew();
                var (_, requests) = await sweeps.Sweep(today);
                sweepsOf.Add((watch.Elapsed.TotalMilliseconds, requests));
            }
            // The first sees what the seeding left behind.
            var counted = sweepsOf.Skip(1).ToList();
            table.Add(
                clients, rows, counted.Max(each => each.Requests), counted.Select(each => each.Milliseconds).Order().ElementAt(Times / 2));
        }
    }
}
