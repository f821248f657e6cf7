using System.Diagnostics;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace WelWee3D.Benchmarks;

/// <summary>Contact messages by HTTP, against bare inserts of the same rows: all that stands before a message at once, then the message.</summary>
internal static class MessageRows
{
    private const string Bare = "bare inserts of the same rows";

    // The emulator looks through a partition for each row of it: with many it measures itself.
    public static async Task Add(Table table)
    {
        await using var running = await Running.Start();
        var (bare, clock) = (new TableServiceClient(running.Azurite.ConnectionString), running.Services.GetRequiredService<TimeProvider>());
        table.Add(await Contest.Run("contact messages, 1 connection", "per s", Bare, 0.90, () => Send(running, 1, 50), () => Insert(bare, clock, 1, 50)));

        var (ours, others) = (new List<double>(), new List<double>());
        table.Add(await Contest.Run(
            "contact messages, 64 connections", "per s", $"{Bare}, 64 at once", 0.90,
            () => Send(running, 64, 128, ours), () => Insert(bare, clock, 64, 128, others)));
        var (slowest, slowestOthers) = (P99(ours), P99(others));
        table.Add(new(
            "the same: 99 of 100 within", "ms", Figures.Of([slowest]), Bare, Figures.Of([slowestOthers]), Figures.Of([slowestOthers / slowest]),
            "≥ 1.00", slowest <= slowestOthers));
    }

    private static Task<double> Send(Running running, int connections, int count, List<double>? latencies = null) => Each(connections, count, latencies, async number =>
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = "Eva", ["email"] = $"eva{number % 1000}@example.nl", ["message"] = "Kan ik volgende week langskomen?",
        });
        using var answer = (await running.Staff.PostAsync("/api/contact", form)).EnsureSuccessStatusCode();
    });

    private static Task<double> Insert(TableServiceClient tables, TimeProvider clock, int connections, int count, List<double>? latencies = null) => Each(connections, count, latencies, async number =>
    {
        var now = clock.GetUtcNow();
        var (id, day) = (Id.New(now), Amsterdam.DateOf(now).Iso());
        var subject = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number % 1000)));
        await Task.WhenAll(
            tables.GetTableClient("Letters").SubmitTransactionAsync(
                new[] { "contact-notice", "contact-receipt" }.Select(kind => Row("waiting", $"{id}|{kind}", ("AddedAt", now), ("LookAt", now), ("Failures", 0), ("IsSent", false)))
                    .Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))),
            tables.GetTableClient("Due").UpsertEntityAsync(Row("2031-11-27", $"message|{id}|0")),
            tables.GetTableClient("Subjects").UpsertEntityAsync(Row(subject[..2], $"{subject}|message|{id}")),
            tables.GetTableClient("Search").SubmitTransactionAsync(
                new[] { "any", "open", $"{id}"[^8..], "eva" }.Select(term => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row("message", $"{term}|{id}")))));
        await tables.GetTableClient("ContactMessages").AddEntityAsync(Row(
            day, $"{id}", ("Name", "Eva"), ("Email", $"eva{number % 1000}@example.nl"), ("Message", "Kan ik volgende week langskomen?"), ("Locale", "nl"),
            ("Source", "form"), ("ReceivedAt", now), ("ReceivedOn", day), ("DueOn", "2031-11-27"), ("DueVersion", 0)));
    });

    private static TableEntity Row(string partition, string key, params (string Name, object Value)[] columns)
    {
        var row = new TableEntity(partition, key);
        foreach (var (name, value) in columns)
            row[name] = value;
        return row;
    }

    private static async Task<double> Each(int connections, int count, List<double>? latencies, Func<int, Task> one)
    {
        var took = new double[count];
        var rate = await Running.PerSecond(count, () => Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = connections }, async (number, _) =>
        {
            var watch = Stopwatch.StartNew();
            await one(number);
            took[number] = watch.Elapsed.TotalMilliseconds;
        }));
        latencies?.AddRange(took);
        return rate;
    }

    private static double P99(List<double> latencies) => latencies.Order().ElementAt((int)(latencies.Count * 0.99));
}
