using Azure;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>
/// Destroys contact messages in batches: those of one day with one derivation go in one transaction, under one ledger
/// line and one certificate.
/// </summary>
public sealed class MessageDestroyer(
    ContactMessages messages, DueIndex due, SubjectIndex subjects, SubjectKeys keys, RetentionRules rules, TimeProvider clock)
    : IDestroyer
{
    public string DueKind => Kinds.Message;

    public int AtOnce => 1000;

    public IReadOnlyList<string> LineKinds => [Kinds.Message];

    public async Task<IReadOnlyList<Kept>> Describe(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var today = clock.Today();
        var found = await messages.FindAll(ids, cancellation);
        return [.. found.Values.Select(each => each.Message).Select(message =>
            new Kept(Kinds.Message, message.Id, null, message.Due, message.Retention(rules, today)))];
    }

    public async Task<Verdict> LookAgain(IReadOnlyList<DueRow> rows, string decidedBy, CancellationToken cancellation)
    {
        var today = clock.Today();
        var found = await messages.FindAll(rows.Select(row => row.Item.Id), cancellation);
        var dueNow = new List<(DueRow Row, StoredMessage Stored, Derivation Why)>();
        var leftBehind = new List<DueRow>();
        foreach (var row in rows)
        {
            var stored = found.GetValueOrDefault(row.Item.Id);
            // A row with a later version than the record's belongs to a change that is under way: it may be needed yet.
            if (stored is null || (row.Version <= stored.Message.Due.Version && row != stored.Message.Due))
                leftBehind.Add(row);
            else if (row == stored.Message.Due && stored.Message.Retention(rules, today) is var why && why.IsDue(today))
                dueNow.Add((row, stored, why));
        }
        foreach (var row in leftBehind)
            await due.Remove(row, cancellation);

        var batches =
            from each in dueNow
            group each by (each.Row.On, each.Stored.Day, each.Why.Rule, each.Why.Start) into alike
            from batch in alike.Chunk(DueIndex.ClaimedAtOnce)
            select Decide(batch, decidedBy);
        return new([.. batches], [], leftBehind.Count);
    }

    /// <summary>
    /// A message is this line's to delete as long as the due row that was claimed stands for it: each change gives it
    /// another.
    /// </summary>
    public async Task<LedgerLine?> Delete(Destruction destruction, CancellationToken cancellation)
    {
        var line = destruction.Line;
        var spared = new HashSet<Id>();
        var versions = destruction.Versions ?? await StillClaimed(destruction, spared, cancellation);
        while (versions.Count > 0 && !await messages.Delete(versions, cancellation))
            versions = await StillClaimed(destruction, spared, cancellation);

        if (spared.Count == 0)
            return line;
        return line.Items.Count == spared.Count
            ? null
            : line with { Items = [.. line.Items.Where(item => !spared.Contains(item.Id))] };
    }

    public Task DeleteIndexRows(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) =>
        subjects.Remove(lines, cancellation);

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) =>
        (await messages.FindAll(lines.SelectMany(line => line.Items).Select(item => item.Id), cancellation)).Count == 0;

    private Destruction Decide((DueRow Row, StoredMessage Stored, Derivation Why)[] batch, string decidedBy)
    {
        var now = clock.GetUtcNow();
        var line = new LedgerLine(
            $"messages-{Id.New(now)}", Kinds.Message, batch[0].Why with { SuspendedBy = [] }, decidedBy, now,
            [
                .. batch.Select(each => each.Stored.Message).Select(message =>
                    new LedgerItem(message.Id, null, keys.Of(message.Email, message.Phone), [], [])),
            ]);
        return new(
            new(batch[0].Row.On, line.Id, [.. batch.Select(each => each.Row)]), line,
            batch.ToDictionary(each => each.Stored.Message.Id, each => each.Stored.Version));
    }

    private async Task<IReadOnlyDictionary<Id, ETag>> StillClaimed(
        Destruction destruction, HashSet<Id> spared, CancellationToken cancellation)
    {
        var found = await messages.FindAll(destruction.Line.Items.Select(item => item.Id), cancellation);
        var claimed = found.Values.ToLookup(stored => destruction.Open.Claimed.Contains(stored.Message.Due));
        spared.UnionWith(claimed[false].Select(stored => stored.Message.Id));
        return claimed[true].ToDictionary(stored => stored.Message.Id, stored => stored.Version);
    }
}
