using Azure.Storage.Blobs.Models;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Scans;

/// <summary>Destroys blobs that no order ever claimed. Their names were given by people, so nothing repeats them.</summary>
public sealed class BlobDestroyer(
    UnclaimedBlobs unclaimed, ScanBlobs blobs, DueIndex due, RetentionRules rules, TimeProvider clock) : IDestroyer
{
    public string DueKind => Kinds.Blob;

    public int AtOnce => 1;

    public IReadOnlyList<string> LineKinds => [Kinds.Blob];

    public async Task<IReadOnlyList<Kept>> Describe(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var kept = new List<Kept>();
        foreach (var id in ids)
            if (await unclaimed.Find(id, cancellation) is { } blob)
                kept.Add(new(Kinds.Blob, id, null, blob.Due, rules.UnclaimedBlob(blob.ArrivedOn, clock.Today())));
        return kept;
    }

    public async Task<Verdict> LookAgain(IReadOnlyList<DueRow> rows, string decidedBy, CancellationToken cancellation)
    {
        var (row, today) = (rows[0], clock.Today());
        if (await unclaimed.Find(row.Item.Id, cancellation) is not { } blob)
        {
            await due.Remove(row, cancellation);
            return new([], [], 1);
        }
        var why = rules.UnclaimedBlob(blob.ArrivedOn, today);
        if (!why.IsDue(today))
            return Verdict.Nothing;
        var line = new LedgerLine(
            $"{Kinds.Blob}-{blob.Id}", Kinds.Blob, why, decidedBy, clock.GetUtcNow(),
            [new(blob.Id, null, [], await File(blob, cancellation), [])]);
        return new([new(new(row.On, line.Id, []), line)], [], 0);
    }

    public async Task<LedgerLine?> Delete(Destruction destruction, CancellationToken cancellation)
    {
        if (await unclaimed.Find(destruction.Line.Items[0].Id, cancellation) is { } blob)
        {
            var file = blobs.Blob(blob.BlobName);
            await file.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
            // Looked up before its row goes: only the row knows what it was called.
            if (await file.ExistsAsync(cancellation))
                throw new InvalidOperationException($"{blob.Id} was deleted, and is still there.");
            await unclaimed.Remove(blob, cancellation);
        }
        return destruction.Line;
    }

    public Task DeleteIndexRows(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) =>
        await unclaimed.Find(lines[0].Items[0].Id, cancellation) is null;

    private async Task<IReadOnlyList<DestroyedFile>> File(UnclaimedBlob blob, CancellationToken cancellation) =>
        await blobs.Blob(blob.BlobName).Hash(cancellation) is { } file ? [new(blob.Id.ToString(), file.Bytes, file.Sha256)] : [];
}
