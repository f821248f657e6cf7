using Azure;
using WelWee3D.Telemetry;

namespace WelWee3D.Mail;

/// <summary>
/// The letters that wait to be sent. All are in one partition, by reference and kind, so that writing one again gives
/// one letter; it is small, for a letter leaves it within a day, and one request finds what is ready.
/// A letter that was sent stays an hour as a mark: whoever writes it again in that time must not send it again.
/// </summary>
public sealed class Letters(StorageAccounts accounts, TimeProvider clock)
{
    public const string TableName = "Letters";

    private const string Waiting = "waiting";
    private const string Undeliverable = "undeliverable";

    private static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SentMarkKeptFor = TimeSpan.FromHours(1);

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>Comes before the record itself; adding it again, for a request that is repeated, counts its age anew.</summary>
    public async Task Add(Letter letter, CancellationToken cancellation)
    {
        var added = New(letter);
        while (await table.TryAdd(RowOf(added), cancellation) is null)
        {
            if (await Find(letter, cancellation) is not { } earlier)
                continue; // sent or dropped just now
            if (earlier.IsSent || await TryUpdate(earlier with { AddedAt = added.AddedAt }, cancellation) is not null)
                return;
        }
    }

    /// <summary>As above, of letters that were most likely not written before: all at once.</summary>
    public async Task AddAll(IReadOnlyList<Letter> letters, CancellationToken cancellation)
    {
        var rows = letters.Select(letter => new TableTransactionAction(TableTransactionActionType.Add, RowOf(New(letter))));
        if (!await table.TryTransact([.. rows], cancellation))
            foreach (var letter in letters)
                await Add(letter, cancellation);
    }

    /// <summary>Has one sent again that was given up or came back: whoever asks has set right what kept it. Does nothing for any other.</summary>
    /// <returns>Whether it waits again.</returns>
    public async Task<bool> AddAgain(Letter letter, CancellationToken cancellation)
    {
        if (await table.Find(Undeliverable, RowKey(letter), cancellation) is null)
            return false;
        // Over the mark of its sending, where it came back within that hour.
        await table.UpsertEntityAsync(RowOf(New(letter)), TableUpdateMode.Replace, cancellation);
        await Forget(letter, cancellation);
        return true;
    }

    /// <summary>What is to be looked at now, marks of sent letters that have served their time among them.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<WaitingLetter> Ready(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Waiting} and LookAt le {clock.GetUtcNow()}");
        return table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Readable(row => row.Read(TableName, LetterOf));
    }

    /// <summary>What is to be sent now about one record, and what was sent about it lately.</summary>
    public IAsyncEnumerable<WaitingLetter> About(Id record, CancellationToken cancellation)
    {
        var (from, until) = ($"{record}|", $"{record}}}");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Waiting} and RowKey ge {from} and RowKey lt {until} and (LookAt le {clock.GetUtcNow()} or IsSent eq {true})");
        return table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Readable(row => row.Read(TableName, LetterOf));
    }

    /// <summary>Takes a letter for five minutes; null when another has taken it.</summary>
    public Task<WaitingLetter?> Claim(WaitingLetter letter, CancellationToken cancellation) =>
        TryUpdate(letter with { LookAt = clock.GetUtcNow() + ClaimedFor }, cancellation);

    /// <summary>Whatever else became of the row, the letter has gone out.</summary>
    public Task MarkSent(WaitingLetter letter) =>
        table.UpsertEntityAsync(
            RowOf(letter with { IsSent = true, RefusedWith = null, LookAt = clock.GetUtcNow() + SentMarkKeptFor }),
            TableUpdateMode.Replace,
            CancellationToken.None);

    /// <summary>When a letter that was marked went out.</summary>
    public static DateTimeOffset SentAt(WaitingLetter marked) => marked.LookAt - SentMarkKeptFor;

    /// <summary>Looks again after a pause, unless the letter was added again meanwhile.</summary>
    public Task Postpone(WaitingLetter letter, TimeSpan pause, CancellationToken cancellation) =>
        TryUpdate(letter with { LookAt = clock.GetUtcNow() + pause }, cancellation);

    /// <summary>Forgets a letter, unless it was added again meanwhile.</summary>
    public Task Remove(WaitingLetter letter, CancellationToken cancellation) =>
        table.TryDelete(Waiting, RowKey(letter.Letter), letter.ETag, cancellation);

    /// <summary>Puts a letter aside for good, and has the practice told.</summary>
    public async Task GiveUp(WaitingLetter letter, CancellationToken cancellation)
    {
        var (kind, reference) = letter.Letter;
        await table.UpsertEntityAsync(
            RowOf(letter with { LookAt = clock.GetUtcNow() }, Undeliverable), TableUpdateMode.Replace, cancellation);
        if (kind != UndeliveredLetter.Name)
            await Add(new(UndeliveredLetter.Name, $"{kind}|{reference}"), cancellation);
        await Remove(letter, cancellation);
    }

    /// <summary>Puts a letter aside that was taken and came back, and has the practice told. Can be repeated.</summary>
    public async Task NoteReturned(Letter letter, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await table.Find(Undeliverable, RowKey(letter), cancellation) is not null)
            return;
        if (letter.Kind != UndeliveredLetter.Name)
            await Add(new(UndeliveredLetter.Name, $"{letter.Kind}|{letter.Reference}"), cancellation);
        await table.UpsertEntityAsync(RowOf(New(letter) with { LookAt = at, Trace = null }, Undeliverable), TableUpdateMode.Replace, cancellation);
    }

    /// <summary>When it was written, or written again last; null where it is neither waiting nor was it sent lately.</summary>
    public async Task<DateTimeOffset?> AddedAt(Letter letter, CancellationToken cancellation) => (await Find(letter, cancellation))?.AddedAt;

    /// <summary>Those that were given up: their rows say which letter it was, and when it was last tried.</summary>
    /// <param name="from">Null is from the first on.</param>
    public IAsyncEnumerable<WaitingLetter> GivenUp(CancellationToken cancellation, LetterPlace? from = null) => table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Undeliverable} and RowKey ge {from?.Row ?? ""}"), cancellationToken: cancellation)
        .Readable(row => row.Read(TableName, LetterOf));

    /// <summary>The status with which the mail service refuses us at present; null when it does not.</summary>
    public async Task<int?> RefusedWith(CancellationToken cancellation) => (await table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Waiting} and RefusedWith gt {0}"), maxPerPage: 1, cancellationToken: cancellation)
        .FirstOrDefaultAsync(cancellation))?.GetInt32(nameof(WaitingLetter.RefusedWith));

    /// <summary>Forgets one that was given up.</summary>
    public Task Forget(Letter letter, CancellationToken cancellation) =>
        table.DeleteEntityAsync(Undeliverable, RowKey(letter), ETag.All, cancellation);

    private WaitingLetter New(Letter letter)
    {
        var now = clock.GetUtcNow();
        return new(letter, now, now, 0, IsSent: false, ETag.All, Trace: Traces.Here);
    }

    private async Task<WaitingLetter?> TryUpdate(WaitingLetter letter, CancellationToken cancellation) =>
        await table.TryUpdate(RowOf(letter), letter.ETag, cancellation) is { } version ? letter with { ETag = version } : null;

    private async Task<WaitingLetter?> Find(Letter letter, CancellationToken cancellation) =>
        await table.Find(Waiting, RowKey(letter), cancellation) is { } row ? LetterOf(row) : null;

    private static string RowKey(Letter letter) => LetterPlace.Of(letter).Row;

    private static TableEntity RowOf(WaitingLetter letter, string partition = Waiting) => new(partition, RowKey(letter.Letter))
    {
        ["AddedAt"] = letter.AddedAt,
        ["LookAt"] = letter.LookAt,
        ["Failures"] = letter.Failures,
        ["IsSent"] = letter.IsSent,
        [nameof(WaitingLetter.RefusedWith)] = letter.RefusedWith,
        [nameof(WaitingLetter.Trace)] = letter.Trace,
    };

    private static WaitingLetter LetterOf(TableEntity row)
    {
        var bar = row.RowKey.LastIndexOf('|');
        return new(
            new(row.RowKey[(bar + 1)..], row.RowKey[..bar]),
            row.GetDateTimeOffset("AddedAt")!.Value,
            row.GetDateTimeOffset("LookAt")!.Value,
            row.GetInt32("Failures") ?? 0,
            row.GetBoolean("IsSent") ?? false,
            row.ETag,
            row.GetInt32(nameof(WaitingLetter.RefusedWith)),
            row.GetString(nameof(WaitingLetter.Trace)));
    }
}
