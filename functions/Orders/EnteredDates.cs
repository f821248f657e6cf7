using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>On which day the date was entered that a term starts with: it may be long after that date.</summary>
internal static class EnteredDates
{
    public static DateOnly EnteredOn(this Order order) => Corrected(order.History, "openedOn") ?? Made(order.Id);

    public static DateOnly? EnteredOn(this Order order, Scan scan, Derivation why) => why.Rule switch
    {
        var rule when ScanRules.StartedByDate.Contains(rule) => order.DatedOn,
        var rule when rule == RetentionSchedule.ScanFigurineRefused.Name => OrderRules.Refused(order) is { } refused ? Amsterdam.DateOf(refused.GivenAt) : null,
        _ => Corrected(scan.History, "scannedOn") ?? Made(scan.Id),
    };

    private static DateOnly? Corrected(IReadOnlyList<Correction> history, string field) =>
        history.LastOrDefault(correction => correction.Field == field) is { } last ? Amsterdam.DateOf(last.At) : null;

    private static DateOnly Made(Id id) => Amsterdam.DateOf(id.MadeAt);
}
