namespace WelWee3D.Retention.Shown;

/// <summary>A record whose destruction was decided.</summary>
/// <param name="Line">The record's own line, or that of the batch it was in.</param>
/// <param name="Certificate">Null until everything of it is gone.</param>
/// <param name="Task">What the certificate waits for, where that is copies on disk.</param>
public sealed record Destroyed(LedgerLine Line, Certificate? Certificate, DestructionTask? Task)
{
    /// <summary>When it was gone from storage; null until then.</summary>
    public DateTimeOffset? GoneAt => Certificate?.DestroyedAt ?? Task?.GoneAt;

    /// <summary>From when on not even storage can recover it; null until it is gone.</summary>
    public DateOnly? RecoveryClosesOn { get; init; }

    /// <summary>The copies that still lie on a disk.</summary>
    public IEnumerable<DiskCopy> OnDisks => (Task?.Copies ?? []).Where(copy => copy.DestroyedOn is null);
}

/// <summary>Finds any one record, or what became of it.</summary>
public sealed class RecordTrace(RecordKinds kinds, Ledger ledger, Certificates certificates, DestructionTasks tasks, RetentionRules rules)
{
    private const int CertificatesAtOnce = 1000;

    public async Task<KeptRecord?> Kept(Item item, CancellationToken cancellation) =>
        kinds.Find(item.Kind) is { } kind ? await kind.Find(item.Id, cancellation) : null;

    public async Task<Destroyed?> Destroyed(Item item, CancellationToken cancellation) =>
        await Line(item, cancellation) is { } line
            ? Of(line.Line, (await certificates.Of(line, cancellation))?.Read(), await tasks.Find(line.Line.Id, cancellation))
            : null;

    /// <summary>What a certificate tells to be destroyed; null when there is none of that number.</summary>
    public async Task<Destroyed?> DestroyedBy(int certificate, CancellationToken cancellation)
    {
        if ((await certificates.Find(certificate, cancellation))?.Read() is not { } found)
            return null;
        var stored = await ledger.Find(found.Line, cancellation) ?? throw new InvalidOperationException($"The ledger no longer says what {found.Line} destroyed.");
        return Of(stored.Line, found, task: null);
    }

    // What waits for its copies on disk has no certificate yet, and is a scan: storage can bring that back as long as any other.
    private Destroyed Of(LedgerLine line, Certificate? certificate, DestructionTask? task) => new(line, certificate, task)
    {
        RecoveryClosesOn = certificate?.RecoveryClosesOn ?? (task?.GoneAt is { } gone ? rules.RecoveryClosesOn(Amsterdam.DateOf(gone)) : null),
    };

    private async Task<StoredLine?> Line(Item item, CancellationToken cancellation)
    {
        if (kinds.Find(item.Kind)?.BatchOf(item.Id) is not { } batch)
            return await ledger.Find(LedgerLine.IdOf(item), cancellation);
        return await ledger.OfBatch(item.Kind, batch, cancellation)
            .FirstOrDefaultAsync(line => line.Line.Items.Any(each => each.Id == item.Id), cancellation)
            ?? await OlderLine(item, cancellation);
    }

    // Lines of before batches were named are found by the certificate that names the item. Its moment tells nothing: the clock
    // may have been set back when it was issued.
    private async Task<StoredLine?> OlderLine(Item item, CancellationToken cancellation)
    {
        var certificate = await certificates.NewestFirst(from: null, CertificatesAtOnce, cancellation)
            .Select(certificate => certificate.Read())
            .FirstOrDefaultAsync(certificate => certificate.Items.Any(each => each.Id == item.Id), cancellation);
        return certificate is null ? null : await ledger.Find(certificate.Line, cancellation);
    }
}
