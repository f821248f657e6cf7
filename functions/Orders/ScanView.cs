using WelWee3D.Formats;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

[JsonConverter(typeof(JsonStringEnumConverter<ScanStatus>))]
public enum ScanStatus
{
    [JsonStringEnumMemberName("pending")] Pending,
    [JsonStringEnumMemberName("recorded")] Recorded,
    [JsonStringEnumMemberName("rejected")] Rejected,
}

/// <summary>A scan as callers see it; what its file holds is absent until it has been read.</summary>
public sealed record ScanView(
    Id Id,
    Id OrderId,
    string FileName,
    ScanStatus Status,
    string? Reason,
    string? ReasonInDutch,
    long Bytes,
    string? Sha256,
    ScanFormat? Format,
    long? Triangles,
    long? Vertices,
    Bounds? Bounds,
    string? Unit,
    UnitSource? UnitFrom,
    Bounds? BoundsInMillimetres,
    long? Degenerate,
    double? Volume,
    bool? Closed,
    long? NonFinite,
    IReadOnlyList<ScanEntry>? Entries,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> WarningsInDutch,
    DateOnly ScannedOn,
    IReadOnlyList<DiskCopy> Copies,
    IReadOnlyList<Correction> History,
    Derivation Retention)
{
    public static ScanView Of(Order order, Scan scan, Derivation retention) => new(
        scan.Id,
        order.Id,
        scan.FileName,
        scan.Facts switch
        {
            null => ScanStatus.Pending,
            { Rejected: null } => ScanStatus.Recorded,
            _ => ScanStatus.Rejected,
        },
        scan.Facts?.Rejected,
        Damage.InDutch(scan.Facts?.Rejected),
        scan.Bytes,
        scan.Facts?.Sha256,
        scan.Facts?.Format,
        scan.Facts?.Triangles,
        scan.Facts?.Vertices,
        scan.Facts?.Bounds,
        scan.Facts?.Unit,
        scan.Facts?.UnitFrom,
        scan.Facts?.BoundsInMillimetres,
        scan.Facts?.Degenerate,
        scan.Facts?.Volume,
        scan.Facts?.Closed,
        scan.Facts?.NonFinite,
        scan.Facts?.Entries,
        scan.Facts?.Warnings ?? [],
        [.. (scan.Facts?.Warnings ?? []).Select(warning => WarningWords.InDutch(warning) ?? warning)],
        scan.ScannedOn,
        scan.Copies,
        scan.History,
        retention);
}
