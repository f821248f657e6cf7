namespace WelWee3D.Retention;

/// <summary>What decides about a scan: its own date, and what happened to its order.</summary>
public sealed record ScanCircumstances(DateOnly ScannedOn, DateOnly? ShippedOn, DateOnly? CancelledOn, ConsentAnswer? KeepScan);

/// <summary>
/// The retention table as one pure rule: every kind of record, its deadline and the derivation. Calendar arithmetic on
/// dates; deadlines never roll forward over weekends or holidays.
/// </summary>
/// <param name="recoveryDays">How many days the scans account can still recover a deleted blob.</param>
public sealed class RetentionRules(int recoveryDays)
{
    // Deleted on day d, a blob is recoverable up to and including d + recoveryDays: gone before the deadline ends.
    private readonly int blobMargin = recoveryDays + 1;

    /// <summary>The day on which a blob deleted on the given day can no longer be recovered by anyone.</summary>
    public DateOnly RecoveryClosesOn(DateOnly deletedOn) => deletedOn.AddDays(blobMargin);

    public Derivation ContactMessage(DateOnly receivedOn, Interventions interventions, DateOnly today) =>
        Derive("contact-message", receivedOn, Promises.ContactMessage, 0, interventions, today);

    /// <summary>
    /// Cancelling outranks consent: the consent is for making a new copy of the figurine, and there is none.
    /// </summary>
    public Derivation Scan(ScanCircumstances scan, Interventions interventions, DateOnly today)
    {
        var (rule, start, term) = scan switch
        {
            { CancelledOn: { } cancelled } => ("scan-of-cancelled-order", cancelled, Promises.ScanOfCancelledOrder),
            { KeepScan: ConsentAnswer.Yes } => ("scan-with-consent", scan.ScannedOn, Promises.ScanWithConsent),
            { ShippedOn: { } shipped, KeepScan: ConsentAnswer.Withdrawn } =>
                ("scan-consent-withdrawn", shipped, Promises.ScanWithoutConsent),
            { ShippedOn: { } shipped } => ("scan-without-consent", shipped, Promises.ScanWithoutConsent),
            _ => ("scan-never-shipped", scan.ScannedOn, Promises.ScanNeverShipped),
        };
        return Derive(rule, start, term, blobMargin, interventions, today);
    }

    public Derivation UnclaimedBlob(DateOnly arrivedOn, DateOnly today) =>
        Derive("unclaimed-blob", arrivedOn, Promises.UnclaimedBlob, blobMargin, Interventions.None, today);

    /// <param name="scans">The derivations of the scans that the order still has.</param>
    public Derivation Order(DateOnly openedOn, IEnumerable<Derivation> scans, Interventions interventions, DateOnly today)
    {
        var own = Derive("order", openedOn, Promises.Order, 0, interventions, today);
        var last = scans.MaxBy(scan => scan.Deadline);
        return last is null || last.Deadline <= own.Deadline || interventions.ErasureRequestedOn is not null
            ? own
            : Derive("order-with-longer-kept-scan", last.Start, last.Term, 0, interventions, today);
    }

    /// <param name="month">Any day of the month that was counted; the clock starts when that month is complete.</param>
    public Derivation Visits(DateOnly month, DateOnly today) =>
        Derive("visits", new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1), Promises.Visits, 0, Interventions.None, today);

    public Derivation PrivacyRequest(DateOnly closedOn, Interventions interventions, DateOnly today) =>
        Derive("privacy-request", closedOn, Promises.PrivacyRequest, 0, interventions, today);

    public Derivation UnconfirmedRequest(DateOnly createdOn, DateOnly today) =>
        Derive("unconfirmed-request", createdOn, Promises.Unfinished, 0, Interventions.None, today);

    public Derivation Export(DateOnly createdOn, DateOnly today) =>
        Derive("export", createdOn, Promises.Unfinished, 0, Interventions.None, today);

    public Derivation UnfinishedUpload(DateOnly createdOn, Interventions interventions, DateOnly today) =>
        Derive("unfinished-upload", createdOn, Promises.Unfinished, 0, interventions, today);

    private static Derivation Derive(
        string rule, DateOnly start, Term term, int margin, Interventions interventions, DateOnly today)
    {
        if (interventions.ErasureRequestedOn is { } requested)
            (rule, start, term, margin) = ("erasure", requested, Term.None, 0);

        var deadline = term.After(start);
        var destroyOn = deadline.AddDays(-margin);
        var restricted = interventions is { RestrictedOn: not null, ErasureRequestedOn: null };
        return new(rule, start, term, deadline, margin, destroyOn,
            [.. Suspensions(interventions, restricted, today)],
            restricted ? null : AfterHolds(destroyOn, interventions.Holds));
    }

    private static DateOnly AfterHolds(DateOnly destroyOn, IReadOnlyList<Hold> holds) =>
        holds.Select(hold => hold.Until.AddDays(1)).Append(destroyOn).Max();

    private static IEnumerable<Suspension> Suspensions(Interventions interventions, bool restricted, DateOnly today)
    {
        foreach (var hold in interventions.Holds.Where(hold => hold.Until >= today).OrderBy(hold => hold.Until))
            yield return new("hold", hold.Reason, hold.Until);
        if (restricted)
            yield return new("restriction", null, null);
    }
}
