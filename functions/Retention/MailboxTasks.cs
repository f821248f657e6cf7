using Azure;

namespace WelWee3D.Retention;

/// <summary>A record that is gone, while its copy may still be in a mailbox of the practice.</summary>
/// <param name="Id">That of the record.</param>
/// <param name="Line">The ledger line under which it went.</param>
/// <param name="Deadline">The record's own.</param>
public sealed record MailboxTask(
    [Pseudonymous] Id Id, [Pseudonymous] string Line, [Operational] DateOnly Deadline, [Pseudonymous] MailCopy Copy);

/// <summary>A task, with the keyed hashes of whom its record was about.</summary>
public sealed record MailboxTaskOf(MailboxTask Task, IReadOnlyList<string> Subjects);

/// <summary>
/// The copies in mailboxes that outlived their record, outside every restore: those that are open, few, in one partition; those that
/// are confirmed in another, for as long as the certificates that call them open. No certificate waits for them.
/// </summary>
public sealed class MailboxTasks(StorageAccounts accounts, Ledger ledger)
{
    public const string TableName = "MailboxTasks";

    private const string IsOpen = "open";
    private const string IsConfirmed = "confirmed";

    private readonly TableClient table = accounts.Tables(Accounts.Ledger).GetTableClient(TableName);

    /// <summary>Before the certificate of a line is issued. Can be repeated: what was confirmed since stays confirmed.</summary>
    public async Task Open(LedgerLine line, CancellationToken cancellation)
    {
        foreach (var item in line.Items)
            if (item.MailCopy is { } copy && copy.IsOpen() && await Find(IsConfirmed, item.Id, cancellation) is null)
                await table.TryAdd(RowOf(IsOpen, new(item.Id, line.Id, line.Why.Deadline, copy)), cancellation);
    }

    /// <summary>Those that are open, and those that are confirmed.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<MailboxTask> All(CancellationToken cancellation) => table.QueryAsync<TableEntity>(cancellationToken: cancellation).Readable(Read);

    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<MailboxTask> AllOpen(CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {IsOpen}"), cancellationToken: cancellation)
        .Readable(Read);

    /// <summary>Those that are open and about a person of whom all these values are, for as long as the ledger tells for whom.</summary>
    /// <param name="values">The hashes of each: any will do, for a line keeps those of the key that there was then.</param>
    public async Task<IReadOnlyList<MailboxTaskOf>> About(IReadOnlyList<IReadOnlyList<string>> values, CancellationToken cancellation)
    {
        var theirs = new List<MailboxTaskOf>();
        foreach (var task in await AllOpen(cancellation).ToListAsync(cancellation))
            if ((await ledger.Find(task.Line, cancellation))?.Line.Items.FirstOrDefault(item => item.Id == task.Id) is { } item
                && values.All(value => value.Any(item.Subjects.Contains)))
                theirs.Add(new(task, item.Subjects));
        return theirs;
    }

    public async Task<MailboxTask?> Find(Id record, CancellationToken cancellation) =>
        await Find(IsConfirmed, record, cancellation) ?? await Find(IsOpen, record, cancellation);

    /// <summary>Confirms that the copy is destroyed. Can be repeated; the first confirmation counts. Who does so is kept for as long as its line tells of people.</summary>
    /// <returns>The task as it now stands; null when there is none.</returns>
    public async Task<MailboxTask?> Confirm(Id record, DateOnly on, string confirmedBy, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await Find(record, cancellation) is not { } task)
            return null;
        // Of a line that tells of nobody any more nobody would take it out again; and it may have come to that meanwhile.
        var who = await LineOf(task, cancellation) is { TellsOfPeople: true } ? confirmedBy : null;
        await table.TryAdd(RowOf(IsConfirmed, task with { Copy = task.Copy.Destroyed(on, who, at) }), cancellation);
        if (who is not null && await LineOf(task, cancellation) is { TellsOfPeople: false } line)
            await ForgetWho(line, cancellation);
        await table.DeleteEntityAsync(IsOpen, $"{record}", ETag.All, cancellation);
        return await Find(IsConfirmed, record, cancellation);
    }

    private async Task<LedgerLine?> LineOf(MailboxTask task, CancellationToken cancellation) =>
        (await ledger.Find(task.Line, cancellation))?.Line;

    /// <summary>Takes out of what was confirmed of a line who did so.</summary>
    public async Task ForgetWho(LedgerLine line, CancellationToken cancellation)
    {
        foreach (var item in line.Items.Where(item => item.MailCopy?.IsOpen() is true))
            if (await Find(IsConfirmed, item.Id, cancellation) is { Copy.ConfirmedBy: not null } task)
                await table.UpsertEntityAsync(RowOf(IsConfirmed, task with { Copy = task.Copy with { ConfirmedBy = null } }), TableUpdateMode.Replace, cancellation);
    }

    private async Task<MailboxTask?> Find(string partition, Id record, CancellationToken cancellation) =>
        await table.Find(partition, $"{record}", cancellation) is { } row ? Read(row) : null;

    private static TableEntity RowOf(string partition, MailboxTask task) => new TableEntity(partition, $"{task.Id}").With(task);

    private static MailboxTask Read(TableEntity row) => row.Read(TableName, each => each.Read<MailboxTask>(Id.Parse(each.RowKey)));
}
