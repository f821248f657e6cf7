namespace WelWee3D.Contact;

/// <summary>What a challenge was spent on.</summary>
public sealed record SpentChallenge([Pseudonymous] Id Message);

/// <summary>Each challenge is good once: those that were spent are kept until they expire, in partitions by that minute.</summary>
public sealed class SpentChallenges(StorageAccounts accounts, TimeProvider clock)
{
    public const string TableName = "SpentChallenges";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <returns>False when it was spent before. A request that is repeated, for the same message, may use it again.</returns>
    public async Task<bool> Spend(SolvedChallenge challenge, Id message, CancellationToken cancellation)
    {
        var row = new TableEntity(PartitionOf(challenge.ExpiresAt), challenge.Hash) { [nameof(SpentChallenge.Message)] = $"{message}" };
        return await table.TryAdd(row, cancellation) is not null
            || (await table.Find(row.PartitionKey, row.RowKey, cancellation))?.GetString(nameof(SpentChallenge.Message)) == $"{message}";
    }

    /// <summary>Removes those that nobody can use any more.</summary>
    public async Task Sweep(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey lt {PartitionOf(clock.GetUtcNow())}");
        var expired = await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ToListAsync(cancellation);
        await table.DeleteAll(expired, cancellation);
    }

    private static string PartitionOf(DateTimeOffset expiry) =>
        expiry.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
