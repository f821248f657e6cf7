using WelWee3D.Contact;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Scans;
using WelWee3D.Storage;
using WelWee3D.Uploads;

namespace WelWee3D.Exports;

/// <summary>What the <c>data.json</c> of an export package says.</summary>
/// <param name="UnfinishedUploads">Files of which not all has come.</param>
/// <param name="CopiesToDestroy">Scans that are gone, but for copies on disks of the practice.</param>
public sealed record PackageContent(
    DateTimeOffset MadeAt,
    IReadOnlyList<ExportedMessage> Messages,
    IReadOnlyList<ExportedOrder> Orders,
    IReadOnlyList<ExportedUpload> UnfinishedUploads,
    IReadOnlyList<DestructionTask> CopiesToDestroy);

public sealed record ExportedMessage(
    Id Id, string Name, string Email, string? Phone, string Message, string Locale, string Source, DateTimeOffset ReceivedAt,
    DateOnly? RestrictedOn, Derivation Retention)
{
    public static ExportedMessage Of(ContactMessage message, Derivation retention) => new(
        message.Id, message.Name, message.Email, message.Phone, message.Message, message.Locale, message.Source,
        message.ReceivedAt, message.RestrictedOn, retention);
}

/// <param name="Answers">Every answer about consent that was ever given.</param>
public sealed record ExportedOrder(OrderView Order, IReadOnlyList<ConsentView> Answers, IReadOnlyList<ExportedScan> Scans);

/// <param name="File">Its place in the package; absent when there is no file yet.</param>
public sealed record ExportedScan(ScanView Scan, string? File);

public sealed record ExportedUpload(Id Id, Id OrderId, string FileName, long Bytes, DateOnly ScannedOn, DateOnly CreatedOn)
{
    public static ExportedUpload Of(Upload upload) =>
        new(upload.Id, upload.OrderId, upload.FileName, upload.Length, upload.ScannedOn, upload.CreatedOn);
}
