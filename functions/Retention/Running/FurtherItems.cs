namespace WelWee3D.Retention.Running;

/// <summary>
/// Of a run about more records than its row can name, the other names: in rows of a partition of their own, written before
/// the run and removed after it.
/// </summary>
internal sealed class FurtherItems(TableClient table)
{
    private const string PartitionKey = "items";

    public async Task Add(Id run, IEnumerable<string> pieces, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var (number, piece) in pieces.Index())
        {
            var row = new TableEntity(PartitionKey, $"{run}~{number.ToString("D4", CultureInfo.InvariantCulture)}") { [nameof(RunItems.WrittenAt)] = now };
            ItemPieces.Put(piece, row);
            await table.Add(row, cancellation);
        }
    }

    public async Task<IReadOnlyList<string>> Of(Id run, CancellationToken cancellation) =>
        await Rows(run, cancellation).SelectMany(ItemPieces.Read).ToListAsync(cancellation);

    public async Task Delete(Id run, CancellationToken cancellation) =>
        await table.DeleteAll(await Rows(run, cancellation).ToListAsync(cancellation), cancellation);

    /// <summary>The runs of rows that are there longer than this.</summary>
    public async IAsyncEnumerable<Id> WrittenBefore(DateTimeOffset moment, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionKey} and WrittenAt le {moment}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation).Where(IsFirst))
            yield return Id.Parse(row.RowKey.Split('~')[0]);
    }

    private static bool IsFirst(TableEntity row) => row.RowKey.EndsWith("~0000", StringComparison.Ordinal);

    // In the order of their numbers, which is that of their keys.
    private IAsyncEnumerable<TableEntity> Rows(Id run, CancellationToken cancellation) => table.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey eq {PartitionKey} and RowKey ge {$"{run}~"} and RowKey lt {$"{run}~~"}"), cancellationToken: cancellation);
}

/// <summary>What such a row holds.</summary>
internal sealed record RunItems([Pseudonymous] IReadOnlyList<string> Items, [Operational] DateTimeOffset WrittenAt);
