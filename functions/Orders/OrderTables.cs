using WelWee3D.Consent;
using WelWee3D.Formats;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>The tables of a package that tell of orders and what belongs to them.</summary>
internal static class OrderTables
{
    public static readonly PackageTable Orders = new("orders", typeof(OrderView), new("Je bestellingen", "Your orders"))
    {
        Given = new HashSet<string> { "id", "reference", "name", "email", "phone", "address", "language", "heightInMillimetres", "openedOn" },
    };

    public static readonly PackageTable Answers = new("consents", typeof(ExportedAnswer), new("Alles wat je over toestemming hebt geantwoord", "All that you answered about consent"))
    {
        Given = new HashSet<string> { "orderId", "purpose", "answer", "channel", "language", "textVersion", "givenOn", "givenAt" },
    };

    public static readonly PackageTable ConsentRecords = new(
        "consent-records", typeof(ConsentRecord), new("Hetzelfde volgens ISO/IEC TS 27560, met de woorden van elke vraag", "The same by ISO/IEC TS 27560, with the words of each question"))
    {
        Given = new HashSet<string> { "schema_version", "profile", "record_id", "pii_principal_id", "pii_processing", "party_identification", "events" },
    };

    public static readonly PackageTable Scans = new("scans", typeof(ExportedScan), new("Je scans", "Your scans"))
    {
        Given = new HashSet<string> { "id", "orderId", "fileName", "bytes", "sha256", "format", "scannedOn", "file" },
    };

    public static readonly IReadOnlyList<PackageTable> All = [Orders, Answers, ConsentRecords, Scans];
}

/// <summary>An order as its client gets it: who in the practice did something is no data of hers.</summary>
internal static class ExportedOrder
{
    private const string ThePractice = "practice";

    public static OrderView Of(OrderView order) => order with { History = Of(order.History) };

    public static IReadOnlyList<Correction> Of(IReadOnlyList<Correction> history) => [.. history.Select(each => each with { By = ThePractice })];

    public static IReadOnlyList<DiskCopy> Of(IReadOnlyList<DiskCopy> copies) =>
        [.. copies.Select(each => each.ConfirmedBy is null ? each : each with { ConfirmedBy = ThePractice })];
}

/// <summary>An answer about consent, and the order that it was given for.</summary>
internal sealed record ExportedAnswer(
    Id OrderId, Purpose? Purpose, ConsentAnswer? Answer, Channel? Channel, string Language, string TextVersion, DateOnly GivenOn, DateTimeOffset GivenAt)
{
    public static ExportedAnswer Of(Id order, ConsentGiven given) =>
        new(order, given.Purpose, given.Answer, given.Channel, given.Language, given.TextVersion, given.Day, given.GivenAt);
}

/// <param name="File">Its place in the package; null when there is no file yet.</param>
internal sealed record ExportedScan(
    Id Id, Id OrderId, string FileName, string? File, ScanStatus Status, string? Reason, long Bytes, string? Sha256, ScanFormat? Format,
    long? Triangles, long? Vertices, Bounds? Bounds, string? Unit, UnitSource? UnitFrom,
    long? Degenerate, double? Volume, bool? Closed, long? NonFinite, IReadOnlyList<ScanEntry>? Entries, IReadOnlyList<string> Warnings, DateOnly ScannedOn,
    IReadOnlyList<DiskCopy> Copies, IReadOnlyList<Correction> History, Derivation Retention)
{
    public static ExportedScan Of(ScanView scan, string? file) => new(
        scan.Id, scan.OrderId, scan.FileName, file, scan.Status, scan.Reason, scan.Bytes, scan.Sha256, scan.Format,
        scan.Triangles, scan.Vertices, scan.Bounds, scan.Unit, scan.UnitFrom,
        scan.Degenerate, scan.Volume, scan.Closed, scan.NonFinite, scan.Entries, scan.Warnings, scan.ScannedOn,
        ExportedOrder.Of(scan.Copies), ExportedOrder.Of(scan.History), scan.Retention);
}
