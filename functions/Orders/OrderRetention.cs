using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>What decides about a scan: its own dates, and what happened to its order.</summary>
/// <param name="RejectedFrom">The day it arrived, when its file turned out to be no scan.</param>
/// <param name="DestructionAskedOn">The day on which staff decided that it goes.</param>
/// <param name="IsMoved">Whether it goes because it is with another order now.</param>
/// <param name="RefusedOn">The day on which the client answered that no figurine is to be made.</param>
public sealed record ScanCircumstances(
    DateOnly ScannedOn, DateOnly? ShippedOn, DateOnly? CancelledOn, ConsentAnswer? KeepScan, DateOnly? RejectedFrom = null,
    DateOnly? DestructionAskedOn = null, bool IsMoved = false, DateOnly? RefusedOn = null);

/// <summary>Which rows of the retention schedule apply to a scan and to its order.</summary>
public static class OrderRetention
{
    /// <summary>
    /// Nobody consents to keeping what is no scan. Cancelling outranks consent, and so does the client's answer that she wants no figurine: the consent is
    /// for making a new copy of it, and there is none. Of those two the first counts, so that the other makes the term no longer; and
    /// neither has a scan of which nothing was shipped stay longer than it would have without.
    /// </summary>
    public static Derivation Scan(
        this RetentionRules rules, ScanCircumstances scan, Interventions interventions, DateOnly today)
    {
        var (rule, start) = scan switch
        {
            { DestructionAskedOn: { } asked, IsMoved: true } => (RetentionSchedule.ScanMoved, asked),
            { DestructionAskedOn: { } asked } => (RetentionSchedule.ScanDestroyedByStaff, asked),
            { RejectedFrom: { } arrived } => (RetentionSchedule.RejectedFile, arrived),
            { ShippedOn: null, RefusedOn: { } refused } when !(scan.CancelledOn <= refused) => (RetentionSchedule.ScanFigurineRefused, refused),
            { CancelledOn: { } cancelled } => (RetentionSchedule.ScanOfCancelledOrder, cancelled),
            { KeepScan: ConsentAnswer.Yes } => (RetentionSchedule.ScanWithConsent, scan.ScannedOn),
            { ShippedOn: { } shipped, KeepScan: ConsentAnswer.Withdrawn } => (RetentionSchedule.ScanConsentWithdrawn, shipped),
            { ShippedOn: { } shipped } => (RetentionSchedule.ScanWithoutConsent, shipped),
            _ => (RetentionSchedule.ScanNeverShipped, scan.ScannedOn),
        };
        if (rule == RetentionSchedule.ScanFigurineRefused || rule == RetentionSchedule.ScanOfCancelledOrder)
            (rule, start) = AtTheVeryMost(scan.ScannedOn, rule, start);
        return rules.Apply(rule, start, interventions, today);
    }

    private static (RetentionRule Rule, DateOnly Start) AtTheVeryMost(DateOnly scannedOn, RetentionRule rule, DateOnly start) =>
        RetentionSchedule.ScanNeverShipped.Term.After(scannedOn) < rule.Term.After(start) ? (RetentionSchedule.ScanNeverShipped, scannedOn) : (rule, start);

    /// <param name="scans">The derivations of the scans that the order still has.</param>
    public static Derivation Order(
        this RetentionRules rules, DateOnly openedOn, IEnumerable<Derivation> scans, Interventions interventions, DateOnly today)
    {
        var own = rules.Apply(RetentionSchedule.Order, openedOn, interventions, today);
        var last = scans.MaxBy(scan => scan.Deadline);
        return last is null || last.Deadline <= own.Deadline || interventions.ErasureRequestedOn is not null
            ? own
            : rules.Apply(RetentionSchedule.OrderWithLongerKeptScan with { Term = last.Term }, last.Start, interventions, today);
    }
}
