using System.Text.Json;
using Azure.Data.Tables;
using WelWee3D.Consent;
using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>An order as the rows of its partition: the order itself, and a row for each scan, consent and hold.</summary>
internal static class OrderRows
{
    public const string OrderRow = "order";
    private const string ScanPrefix = "scan|";
    private const string ConsentPrefix = "consent|";
    private const string HoldPrefix = "hold|";

    public static Order Read(TableEntity row, IReadOnlyList<TableEntity> rows)
    {
        var id = Id.Parse(row.PartitionKey);
        return new Order
        {
            Id = id,
            Client = new(row.Text("Name"), row.Text("Email"), row.GetString("Phone"),
                StoredJson.Read<Address?>(row.GetString("Address")), row.Text("Language")),
            OpenedOn = Amsterdam.Date(row.Text("OpenedOn")),
            ShippedOn = row.Day("ShippedOn"),
            CancelledOn = row.Day("CancelledOn"),
            RestrictedOn = row.Day("RestrictedOn"),
            ErasureRequestedOn = row.Day("ErasureRequestedOn"),
            Due = row.Due(new(Order.Kind, id)),
            Scans = [.. Those(rows, ScanPrefix).Select(ReadScan)],
            Consents = [.. Those(rows, ConsentPrefix).Select(ReadConsent)],
            Holds = [.. Those(rows, HoldPrefix).Select(ReadHold)],
        };
    }

    public static TableEntity Row(Order order) => new TableEntity(order.Id.ToString(), OrderRow)
    {
        ["Name"] = order.Client.Name,
        ["Email"] = order.Client.Email,
        ["Phone"] = order.Client.Phone,
        ["Address"] = order.Client.Address is { } address ? StoredJson.Write(address) : null,
        ["Language"] = order.Client.Language,
        ["OpenedOn"] = order.OpenedOn.Iso(),
        ["ShippedOn"] = order.ShippedOn?.Iso(),
        ["CancelledOn"] = order.CancelledOn?.Iso(),
        ["RestrictedOn"] = order.RestrictedOn?.Iso(),
        ["ErasureRequestedOn"] = order.ErasureRequestedOn?.Iso(),
    }.WithDue(order.Due);

    public static TableEntity Row(Id order, Scan scan)
    {
        var row = new TableEntity(order.ToString(), ScanPrefix + scan.Id)
        {
            ["FileName"] = scan.FileName,
            ["BlobName"] = scan.BlobName,
            ["ScannedOn"] = scan.ScannedOn.Iso(),
            ["Bytes"] = scan.Bytes,
            ["Copies"] = StoredJson.Write(scan.Copies),
            ["Destroying"] = scan.Destroying,
        };
        if (scan.Facts is { } facts)
        {
            row["Sha256"] = facts.Sha256;
            row["Format"] = facts.Format is { } format ? JsonSerializer.SerializeToElement(format, StoredJson.Options).GetString() : null;
            row["Triangles"] = facts.Triangles;
            row["Vertices"] = facts.Vertices;
            row["Bounds"] = facts.Bounds is { } bounds ? StoredJson.Write(bounds) : null;
            row["Unit"] = facts.Unit;
            row["Warnings"] = StoredJson.Write(facts.Warnings);
            row["Rejected"] = facts.Rejected;
        }
        return row;
    }

    public static TableEntity Row(Id order, ConsentGiven consent) => new(order.ToString(), ConsentPrefix + consent.Id)
    {
        ["Consent"] = StoredJson.Write(consent),
    };

    public static TableEntity Row(Id order, Hold hold) => new(order.ToString(), HoldPrefix + hold.Id)
    {
        ["Reason"] = hold.Reason,
        ["Until"] = hold.Until.Iso(),
    };

    private static IEnumerable<TableEntity> Those(IEnumerable<TableEntity> rows, string prefix) =>
        rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(row => row.RowKey, StringComparer.Ordinal);

    private static Scan ReadScan(TableEntity row) => new()
    {
        Id = Id.Parse(row.RowKey[ScanPrefix.Length..]),
        FileName = row.Text("FileName"),
        BlobName = row.Text("BlobName"),
        ScannedOn = Amsterdam.Date(row.Text("ScannedOn")),
        Bytes = row.GetInt64("Bytes") ?? 0,
        Copies = StoredJson.Read<IReadOnlyList<DiskCopy>>(row.GetString("Copies")) ?? [],
        Destroying = row.GetBoolean("Destroying") ?? false,
        Facts = row.GetString("Sha256") is { } sha256
            ? new ScanFacts(
                sha256,
                row.GetInt64("Bytes") ?? 0,
                StoredJson.Read<ScanFormat?>(Quoted(row.GetString("Format"))),
                row.GetInt64("Triangles") ?? 0,
                row.GetInt64("Vertices") ?? 0,
                StoredJson.Read<Bounds?>(row.GetString("Bounds")),
                row.GetString("Unit") ?? "mm",
                StoredJson.Read<IReadOnlyList<string>>(row.GetString("Warnings")) ?? [],
                row.GetString("Rejected"))
            : null,
    };

    private static ConsentGiven ReadConsent(TableEntity row) => StoredJson.ReadRequired<ConsentGiven>(row.GetString("Consent"));

    private static Hold ReadHold(TableEntity row) =>
        new(Id.Parse(row.RowKey[HoldPrefix.Length..]), row.Text("Reason"), Amsterdam.Date(row.Text("Until")));

    private static string? Quoted(string? text) => text is null ? null : $"\"{text}\"";
}
