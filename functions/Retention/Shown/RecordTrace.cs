using WelWee3D.Orders;
using WelWee3D.Storage;

namespace WelWee3D.Retention.Shown;

/// <summary>A record whose destruction was decided.</summary>
/// <param name="Line">The record's own line, or that of the batch it was in.</param>
/// <param name="Certificate">Null until everything of it is gone.</param>
/// <param name="Task">What the certificate waits for, where that is copies on disk.</param>
public sealed record Destroyed(LedgerLine Line, Certificate? Certificate, DestructionTask? Task);

/// <summary>Finds any one record, or what became of it.</summary>
public sealed class RecordTrace(
    IEnumerable<IDestroyer> destroyers, ScanIndex scans, Ledger ledger, Certificates certificates, DestructionTasks tasks)
{
    private const int CertificatesAtOnce = 100;

    public static readonly IReadOnlyList<string> Kinds =
        [Retention.Kinds.Message, Retention.Kinds.Order, Retention.Kinds.Scan, Retention.Kinds.Upload, Retention.Kinds.Blob, Retention.Kinds.Export];

    public async Task<Kept?> Kept(Item item, CancellationToken cancellation)
    {
        // A scan is kept with its order, and described with it.
        var (kind, id) = item.Kind == Retention.Kinds.Scan
            ? (Retention.Kinds.Order, await scans.Find(item.Id, cancellation))
            : (item.Kind, (Id?)item.Id);
        if (id is not { } known)
            return null;

        var described = await destroyers.Single(each => each.DueKind == kind).Describe([known], cancellation);
        return described.FirstOrDefault(each => each.Kind == item.Kind && each.Id == item.Id);
    }

    public async Task<Destroyed?> Destroyed(Item item, CancellationToken cancellation)
    {
        if (await ledger.Find($"{item.Kind}-{item.Id}", cancellation) is { } line)
            return new(
                line.Line, (await certificates.Of(line, cancellation))?.Read(), await tasks.Find(line.Line.Id, cancellation));

        // What is destroyed in batches has no line of its own, but is named in a certificate later than itself.
        var batch = await certificates.NewestFirst(from: null, CertificatesAtOnce, cancellation)
            .Select(certificate => certificate.Read())
            .TakeWhile(certificate => certificate.DestroyedAt >= item.Id.MadeAt)
            .FirstOrDefaultAsync(certificate => certificate.Items.Any(each => each.Id == item.Id), cancellation);
        return batch is not null && await ledger.Find(batch.Line, cancellation) is { } lineOfBatch
            ? new(lineOfBatch.Line, batch, Task: null)
            : null;
    }
}
