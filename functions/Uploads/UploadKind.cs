using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Uploads;

/// <summary>
/// Uploads as a kind of record, for as long as they are unfinished: it goes in a week, or with its order. One that became
/// a scan only leaves its row, which is tidied.
/// </summary>
public sealed class UploadKind(
    UploadStore uploads, UploadSubjects subjects, OrderStore orders, ScanBlobs blobs, DueIndex due, RetentionRules rules, TimeProvider clock) : IRecordKind
{
    private static readonly PackageTable Told = new("unfinished-uploads", typeof(ExportedUpload), new("Scans die nog onderweg zijn", "Scans on their way in"));

    // Each takes as long as one of the other's calls.
    private const int MostLooks = 50;

    public string Name => Upload.Kind;

    public KindWords Words { get; } = new(
        new("onvoltooide upload", "unfinished upload"), new("onvoltooide uploads", "unfinished uploads"));

    /// <summary>One that had become a file, which its order had already.</summary>
    public bool IsRecoverable => true;

    public IReadOnlyList<string> After => [Order.Kind];

    public IReadOnlyList<PackageTable> Tables => [Told];

    public IAsyncEnumerable<KeptRecord> All(CancellationToken cancellation) =>
        uploads.All(cancellation).Readable(upload => new ValueTask<KeptRecord>(Kept(upload, cancellation)));

    public async Task<IReadOnlyList<KeptRecord>> Find(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var found = new List<KeptRecord>();
        foreach (var id in ids)
            if (await uploads.Find(id, cancellation) is { } upload && !await uploads.IsScan(upload, cancellation))
                found.Add(await Kept(upload, cancellation));
        return found;
    }

    /// <summary>It is restricted and erased with its order.</summary>
    public async Task<bool> Decide(Id id, Intervention intervention, CancellationToken cancellation)
    {
        if (intervention.Decision == Decision.Condemn)
            return await Discard(id, cancellation);
        if (intervention.Decision == Decision.Touch && await uploads.Find(id, cancellation) is { } upload)
            await due.Put(upload.Due, cancellation);
        return true;
    }

    public async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await uploads.Find(record.Item.Id, cancellation) is { IsComplete: false, OrderId: { } order } upload)
            package.Tell(Told, ExportedUpload.Of(upload, order));
    }

    /// <summary>Whoever set right whom its order is about may have been overtaken by another, or by a new upload.</summary>
    public Task Reconcile(RunTally tally, CancellationToken cancellation) => Workers.Each(
        uploads.All(cancellation).Readable(async upload => (upload.Id, Order: await OrderOf(upload, cancellation))),
        each => $"{Upload.Kind}|{each.Id}", tally, async each =>
        {
            if (each.Order is { } order && await subjects.Follow(each.Id, order.Id, orders.SubjectsOf(order), cancellation))
                tally.CountRepaired(Repairs.SubjectRow);
        }, cancellation);

    public Task<bool> Tidy(Id id, CancellationToken cancellation) => Discard(id, cancellation);

    public async Task<Belongings> Account(KeptRecord record, CancellationToken cancellation) =>
        await uploads.Find(record.Item.Id, cancellation) is { } upload ? new(await uploads.Describe(upload, cancellation), []) : Belongings.None;

    public async Task<Outcome> Destroy(Destruction destruction, CancellationToken cancellation)
    {
        var id = destruction.Line.Items[0].Id;
        if (await uploads.Find(id, cancellation) is not { } upload)
            return new(destruction.Line);
        if (await uploads.IsScan(upload, cancellation))
            return Outcome.Spared;
        var line = await uploads.Condemn(upload, cancellation) ? await AsItCame(destruction.Line, upload, cancellation) : destruction.Line;
        // As it was looked at: one that has become a scan since is no longer this line's. It is being made one: its line stays,
        // and what is left of it is finished by the next run.
        return await uploads.Discard(upload, cancellation) || await IsDestroyedBesides(id, cancellation) ? new(line) : Outcome.Busy;
    }

    /// <summary>With what has come since it was decided.</summary>
    private async Task<LedgerLine> AsItCame(LedgerLine line, Upload upload, CancellationToken cancellation)
    {
        var (item, files) = (line.Items[0], await uploads.Describe(upload, cancellation));
        return files.Sum(file => file.Bytes) > item.Files.Sum(file => file.Bytes) ? line with { Items = [item with { Files = files }] } : line;
    }

    /// <summary>Another sweep has it, which needs a few calls more; what died at them leaves it to the next run.</summary>
    private async Task<bool> IsDestroyedBesides(Id id, CancellationToken cancellation)
    {
        for (var look = 0; look < MostLooks; look++)
            switch (await uploads.Find(id, cancellation))
            {
                case null: return true;
                case { IsCondemned: false }: return false;
            }
        return false;
    }

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation)
    {
        foreach (var item in lines.SelectMany(line => line.Items))
            if (await uploads.Find(item.Id, cancellation) is not null)
                return false;
        return true;
    }

    public async Task<DateTimeOffset?> LastRecoverable(LedgerLine line, CancellationToken cancellation) =>
        line.Items[0] is { Within: { } order, Id: var id } ? await blobs.LastRecoverable(order, id, clock.GetUtcNow(), cancellation) : null;

    private async Task<bool> Discard(Id id, CancellationToken cancellation) =>
        await uploads.Find(id, cancellation) is not { } upload || await uploads.Discard(upload, cancellation);

    private async Task<KeptRecord> Kept(Upload upload, CancellationToken cancellation)
    {
        var today = clock.Today();
        // A hold is about what the order has, not about what is on its way.
        var decided = await OrderOf(upload, cancellation) is { } order
            ? order.Interventions with { Holds = [] }
            : new([], ErasureRequestedOn: upload.OrderId is null ? null : today);
        var (rule, start) = upload.IsCondemned ? (RetentionSchedule.EndedUpload, today) : (RetentionSchedule.UnfinishedUpload, upload.CreatedOn);
        var why = rules.Apply(rule, start, decided, today);
        return new(upload.Due.Item, upload.Due, why, upload.Subjects)
        {
            PartOf = upload.OrderId is { } owner ? new(Order.Kind, owner) : null,
            IsFixed = true,
            IsBegun = upload.IsCondemned,
        };
    }

    private async Task<Order?> OrderOf(Upload upload, CancellationToken cancellation) =>
        upload.OrderId is { } order ? await orders.Find(order, cancellation) : null;
}

/// <summary>A file of which not all has come.</summary>
/// <param name="FileName">Empty of a part of a file.</param>
/// <param name="Bytes">Of the whole file; null where that was not told yet.</param>
public sealed record ExportedUpload(Id Id, Id OrderId, string FileName, long? Bytes, DateOnly ScannedOn, DateOnly CreatedOn)
{
    public static ExportedUpload Of(Upload upload, Id order) =>
        new(upload.Id, order, upload.FileName, upload.Length, upload.ScannedOn, upload.CreatedOn);
}
