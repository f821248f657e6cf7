namespace WelWee3D.Retention;

/// <summary>The term of a rule as the app last knew it.</summary>
/// <param name="ChangedOn">The day on which another term was found here; null for the first.</param>
public sealed record KnownTerm([Operational] Term Term, [Operational] DateOnly? ChangedOn = null);

/// <summary>
/// Remembers the terms of the retention schedule from release to release, a row for each rule: a term that became shorter
/// by mistake is noticed before all that it makes due is gone.
/// </summary>
public sealed class KnownTerms(StorageAccounts accounts)
{
    public const string TableName = "KnownTerms";

    private const string PartitionKey = "rules";
    private const int ToldForDays = 31;

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>The rules whose term changed lately, or since the terms were last noted.</summary>
    public async Task<IReadOnlySet<string>> Changed(DateOnly today, CancellationToken cancellation)
    {
        var known = await All(cancellation);
        return RetentionSchedule.All
            .Where(rule => known.TryGetValue(rule.Name, out var term) && (term.Term != rule.Term || term.ChangedOn > today.AddDays(-ToldForDays)))
            .Select(rule => rule.Name).ToHashSet();
    }

    public async Task Note(DateOnly today, CancellationToken cancellation)
    {
        var known = await All(cancellation);
        var rows =
            from rule in RetentionSchedule.All
            let former = known.GetValueOrDefault(rule.Name)
            where former?.Term != rule.Term
            select new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                new TableEntity(PartitionKey, rule.Name).With(new KnownTerm(rule.Term, former is null ? null : today)));
        if (rows.ToList() is { Count: > 0 } changed)
            await table.SubmitTransactionAsync(changed, cancellation);
    }

    private async Task<Dictionary<string, KnownTerm>> All(CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>(cancellationToken: cancellation)
            .ToDictionaryAsync(row => row.RowKey, row => row.Read(TableName, each => each.Read<KnownTerm>(default)), cancellationToken: cancellation);
}
