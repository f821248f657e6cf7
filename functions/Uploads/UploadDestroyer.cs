using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Uploads;

/// <summary>Destroys uploads that were never finished, or whose order is gone. One that became a scan only leaves its row.</summary>
public sealed class UploadDestroyer(
    UploadStore uploads, OrderStore orders, DueIndex due, RetentionRules rules, TimeProvider clock) : IDestroyer
{
    public string DueKind => Kinds.Upload;

    public int AtOnce => 1;

    public IReadOnlyList<string> LineKinds => [Kinds.Upload];

    public async Task<IReadOnlyList<Kept>> Describe(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var kept = new List<Kept>();
        foreach (var id in ids)
            if (await uploads.Find(id, cancellation) is { IsComplete: false } upload)
                kept.Add(new(Kinds.Upload, id, upload.OrderId, upload.Due, await Why(upload, cancellation)));
        return kept;
    }

    public async Task<Verdict> LookAgain(IReadOnlyList<DueRow> rows, string decidedBy, CancellationToken cancellation)
    {
        var row = rows[0];
        if (await uploads.Find(row.Item.Id, cancellation) is not { } upload)
            await due.Remove(row, cancellation);
        else if (await uploads.IsScan(upload, cancellation))
            await uploads.Discard(upload, cancellation);
        else if (await Why(upload, cancellation) is var why && why.IsDue(clock.Today()))
            return new([Decide(row, upload, why, decidedBy)], [], 0);
        else
            return Verdict.Nothing;
        return new([], [], 1);
    }

    public async Task<LedgerLine?> Delete(Destruction destruction, CancellationToken cancellation)
    {
        var line = destruction.Line;
        if (await uploads.Find(line.Items[0].Id, cancellation) is not { } upload)
            return line;
        if (await uploads.IsScan(upload, cancellation))
            return null;
        // Who is changing it may be another sweep: its line stays, and what is left of it is finished by the next run.
        return await uploads.Discard(upload, cancellation)
            ? line
            : throw new InvalidOperationException($"Upload {upload.Id} is being changed.");
    }

    public Task DeleteIndexRows(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) =>
        await uploads.Find(lines[0].Items[0].Id, cancellation) is null;

    private Destruction Decide(DueRow row, Upload upload, Derivation why, string decidedBy)
    {
        var line = new LedgerLine(
            $"{Kinds.Upload}-{upload.Id}", Kinds.Upload, why, decidedBy, clock.GetUtcNow(),
            [new(upload.Id, upload.OrderId, [], [], [])]);
        return new(new(row.On, line.Id, []), line);
    }

    private async Task<Derivation> Why(Upload upload, CancellationToken cancellation)
    {
        var today = clock.Today();
        var gone = await orders.Find(upload.OrderId, cancellation) is null;
        return rules.UnfinishedUpload(upload.CreatedOn, gone ? new([], ErasureRequestedOn: today) : Interventions.None, today);
    }
}
