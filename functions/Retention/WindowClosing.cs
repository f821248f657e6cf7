namespace WelWee3D.Retention;

/// <summary>
/// Looks again when the recovery window of what was destroyed has closed, and proves what it saw by a certificate of its
/// own. What storage can recover even then is left, told, and looked for again in the next run.
/// </summary>
public sealed class WindowClosing(
    RecoveryWindows windows, RecordKinds kinds, Ledger ledger, Certificates certificates, LineSubjectsKind hashes, RetentionRules rules, TimeProvider clock)
{
    public Task Close(RunTally tally, CancellationToken cancellation) => Workers.Each(
        windows.Until(tally.Today, cancellation), window => $"certificate-{window.Certificate}", tally,
        window => Close(window, tally, cancellation), cancellation);

    private async Task Close(RecoveryWindow window, RunTally tally, CancellationToken cancellation)
    {
        // A number that was reserved for it, and went to another line, names what had no window, or a later one; who died
        // between the two, and went on after midnight, left one of the day before.
        if (await certificates.Find(window.Certificate, cancellation) is { } found
            && found.Read() is { IsRecoverable: true } certificate && window.ClosesOn >= certificate.RecoveryClosesOn)
        {
            var stored = await ledger.Find(certificate.Line, cancellation)
                ?? throw new InvalidOperationException($"The ledger no longer says what {certificate.Line} destroyed.");
            if (await Later(stored.Line, tally.Today, cancellation) is { } later)
                await windows.Put(window with { ClosesOn = later }, cancellation);
            else
                await Certify(certificate, window, tally, cancellation);
        }
        await windows.Remove(window, cancellation);
    }

    /// <summary>Looks whether its files are gone for good.</summary>
    /// <returns>The day on which they will be, where they came back since and were deleted again; null when they are.</returns>
    private async Task<DateOnly?> Later(LedgerLine line, DateOnly today, CancellationToken cancellation)
    {
        var kind = kinds.Find(line.Kind) ?? throw new InvalidOperationException($"Nobody knows how to look for what {line.Id} destroyed.");
        if (!await kind.AreAbsent([line], cancellation))
            throw new InvalidOperationException($"Of what {line.Id} destroyed something is there again.");
        if (await kind.LastRecoverable(line, cancellation) is not { } deletedAt)
            return null;
        var closesOn = rules.RecoveryClosesOn(Amsterdam.DateOf(deletedAt));
        return closesOn > today
            ? closesOn
            : throw new InvalidOperationException($"Storage can still recover what {line.Id} destroyed: it keeps what is deleted for longer than Retention:RecoveryDays.");
    }

    private async Task Certify(Certificate certificate, RecoveryWindow window, RunTally tally, CancellationToken cancellation)
    {
        var line = new LedgerLine(
            LedgerLine.IdOfClosing(certificate.Line, window.ClosesOn), certificate.Kind, certificate.Why, tally.DecidedBy, clock.GetUtcNow(), [])
        {
            Closes = certificate.Number,
        };
        await hashes.Note(line, cancellation);
        if (await certificates.Issue(await ledger.Write(line, cancellation), done: null, isRecoverable: false, cancellation))
            tally.CountCertificate();
    }
}
