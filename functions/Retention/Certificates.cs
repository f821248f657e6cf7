namespace WelWee3D.Retention;

/// <summary>
/// The chain of certificates, in the ledger's account. Partitions of a thousand, both keys counting down, so that the
/// newest certificate is the first row of the table.
/// </summary>
public sealed class Certificates(
    StorageAccounts accounts, Ledger ledger, RecoveryWindows windows, RetentionRules rules, TimeProvider clock) : IDisposable
{
    public const string TableName = "Certificates";

    public const string Method =
        "Deleted by the storage service, all copies and snapshots, and looked up afterwards: absent.";

    public const string MethodOfUndo = "Recovered by the storage service within its window, and kept under another id since.";

    public const string MethodOfClosing = "Looked for again when the recovery window had closed: absent, and nothing left that could be recovered.";

    private const int PartitionSize = 1000;

    private readonly TableClient table = accounts.Tables(Accounts.Ledger).GetTableClient(TableName);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private SealedCertificate? newest;

    /// <summary>The number of the newest that this instance wrote or met; others may have written more.</summary>
    public int NewestHere => newest?.Number ?? 0;

    /// <summary>
    /// Issues the one certificate of a ledger line. The number is reserved on the line before the certificate is
    /// written, so that whoever repeats this after a crash finds the certificate that was already written.
    /// </summary>
    /// <param name="done">The task that it waited for, if any.</param>
    /// <param name="isRecoverable">Whether the files of the line can still be brought back for a while.</param>
    /// <returns>False when it was issued before, or by another run meanwhile.</returns>
    public async Task<bool> Issue(StoredLine line, DestructionTask? done, bool isRecoverable, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                // The newest first, the reservation second: then a certificate written for this line in between has
                // either been seen, or takes the very number that is tried below.
                newest ??= await Newest(cancellation);
                if (await Of(line, cancellation) is not null)
                    return false;

                var number = (newest?.Number ?? 0) + 1;
                if (await ledger.Reserve(line, number, cancellation) is not { } reserved)
                {
                    // Somebody reserved too, or withdrew the line although it was carried out: then it is written again.
                    line = await ledger.Write(line.Line, cancellation);
                    newest = null;
                    continue;
                }
                line = reserved;

                var composed = Compose(line.Line, number, done, isRecoverable);
                // First: no window is without the day on which it is looked into again.
                if (composed.IsRecoverable)
                    await windows.Put(new(number, composed.RecoveryClosesOn), cancellation);
                var certificate = SealedCertificate.Seal(composed);
                if (await Add(certificate, cancellation))
                {
                    newest = certificate;
                    return true;
                }
                newest = null;
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async Task<SealedCertificate?> Find(int number, CancellationToken cancellation) =>
        await table.Find(Partition(number), Row(number), cancellation) is { } row ? Read(row) : null;

    /// <summary>The chain, newest first.</summary>
    /// <param name="from">The number to begin at; null for the newest.</param>
    public IAsyncEnumerable<SealedCertificate> NewestFirst(int? from, int perPage, CancellationToken cancellation) =>
        table.Rows(from is { } number ? new(Partition(number), Row(number)) : null, last: null, perPage, cancellation).Select(Read);

    /// <summary>The certificate of a ledger line, if it was issued already.</summary>
    public async Task<SealedCertificate?> Of(StoredLine line, CancellationToken cancellation)
    {
        if (line.Certificate is not { } number)
            return null;
        return await Find(number, cancellation) is { } found && found.Line == line.Line.Id ? found : null;
    }

    /// <summary>The whole chain from the first certificate on, a partition at a time.</summary>
    public async IAsyncEnumerable<SealedCertificate> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = await Newest(cancellation);
        for (var first = 1; first <= (last?.Number ?? 0); first += PartitionSize)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(first)}");
            var partition = new List<SealedCertificate>();
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                partition.Add(Read(row));
            for (var at = partition.Count - 1; at >= 0; at--)
                yield return partition[at];
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<SealedCertificate?> Newest(CancellationToken cancellation) =>
        await NewestFirst(from: null, perPage: 1, cancellation).FirstOrDefaultAsync(cancellation);

    private async Task<bool> Add(SealedCertificate certificate, CancellationToken cancellation) =>
        await table.TryAdd(
            new TableEntity(Partition(certificate.Number), Row(certificate.Number))
            {
                ["Number"] = certificate.Number,
                ["Line"] = certificate.Line,
                ["Text"] = certificate.Text,
                ["Hash"] = certificate.Hash,
            },
            cancellation) is not null;

    private Certificate Compose(LedgerLine line, int number, DestructionTask? done, bool isRecoverable)
    {
        var now = clock.GetUtcNow();
        var goneAt = done?.GoneAt ?? now;
        var goneOn = Amsterdam.DateOf(goneAt);
        var files = line.Items.SelectMany(item => item.Files).ToList();
        var composed = new Certificate(
            number, newest?.Hash ?? SealedCertificate.Origin, line.Id, line.Kind, line.Items.Count,
            files.Sum(file => file.Bytes), line.Why, Decider.InProof(line.DecidedBy), line.DecidedAt, goneAt,
            isRecoverable && files.Any(file => file.Sha256 is not null) ? rules.RecoveryClosesOn(goneOn) : goneOn,
            line switch { { Undone: not null } => MethodOfUndo, { Closes: not null } => MethodOfClosing, _ => Method },
            [.. line.Items.Select(item => new CertifiedItem(item.Id, item.Within, item.Files))],
            [.. (done?.Copies ?? []).Select(copy => ConfirmedCopy.Of(copy, done!.Deadline))], now)
        {
            Undone = line.Undone,
            Closes = line.Closes,
            MailCopies = MailCopies(line),
        };
        return line.Undone is null ? composed with { Boundary = BoundaryOf(composed) } : composed;
    }

    private static Boundary BoundaryOf(Certificate certificate) => Boundary.Of(
        certificate.Items.Any(item => item.Files.Count > 0), certificate.Closes is not null, certificate.IsRecoverable,
        certificate.MailCopies?.Any(copy => copy.DestroyedOn is null) is true);

    private static List<CertifiedMailCopy>? MailCopies(LedgerLine line) =>
        line.Items.Where(item => item.MailCopy is not null).Select(item => CertifiedMailCopy.Of(item.Id, item.MailCopy!)).ToList() is { Count: > 0 } copies
            ? copies
            : null;

    private static string Partition(int number) => Down((number - 1) / PartitionSize);

    private static string Row(int number) => Down(number);

    private static string Down(int number) => (int.MaxValue - number).ToString("D10", CultureInfo.InvariantCulture);

    // Whatever somebody may have written there: what is no certificate does not hold.
    private static SealedCertificate Read(TableEntity row) =>
        new(row["Number"] as int? ?? 0, row["Text"] as string ?? "", row["Hash"] as string ?? "");
}
