using System.Collections.Concurrent;

namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>Rows of tables, read once; a partition again when it was written to since.</summary>
/// <param name="columns">Those that are read.</param>
internal sealed class SeenTables(Account storage, string[] columns)
{
    // Tables are read side by side.
    private readonly ConcurrentDictionary<string, Seen> tables = [];

    public void Forget(WrittenPlace place)
    {
        if (!tables.TryGetValue(place.Name, out var seen))
            return;
        if (place.Partition is { } partition)
            seen.Outdated.Add(partition);
        else
            tables.TryRemove(place.Name, out _);
    }

    public void ForgetAll() => tables.Clear();

    public async Task<IReadOnlyList<TableEntity>> Rows(string table)
    {
        if (!tables.TryGetValue(table, out var seen))
            tables[table] = seen = new((await storage.Rows(table, columns)).GroupBy(row => row.PartitionKey).ToDictionary(each => each.Key, each => each.ToList()));
        foreach (var partition in seen.Outdated)
            seen.Partitions[partition] =
                await storage.Table(table).QueryAsync<TableEntity>(row => row.PartitionKey == partition, select: columns).ToListAsync();
        seen.Outdated.Clear();
        return [.. seen.Partitions.Values.SelectMany(rows => rows)];
    }

    private sealed record Seen(Dictionary<string, List<TableEntity>> Partitions)
    {
        public HashSet<string> Outdated { get; } = [];
    }
}
