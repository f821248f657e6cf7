using WelWee3D.Consent;
using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.Retention;

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
        return row.Read<Order>(id) with
        {
            Client = row.Read<Client>(id),
            Due = row.Due(new(Order.Kind, id)),
            Scans = [.. Those(rows, ScanPrefix).Select(ReadScan)],
            Consents = [.. Those(rows, ConsentPrefix).Select(ReadConsent)],
            Holds = [.. Those(rows, HoldPrefix).Select(ReadHold)],
        };
    }

    public static TableEntity Row(Order order)
    {
        var row = new TableEntity(order.Id.ToString(), OrderRow).With(order).With(order.Client).WithDue(order.Due);
        row[nameof(Client.Address)] = order.Client.Address is { } address ? StoredJson.Write(address) : null;
        return row;
    }

    public static TableEntity Row(Id order, Scan scan)
    {
        var row = new TableEntity(order.ToString(), ScanPrefix + scan.Id).With(scan);
        row[nameof(Scan.Copies)] = StoredJson.Write(scan.Copies);
        if (scan.Facts is { } facts)
            row.With(facts)[nameof(ScanFacts.Bounds)] = facts.Bounds is { } bounds ? StoredJson.Write(bounds) : null;
        return row;
    }

    public static TableEntity Row(Id order, ConsentGiven consent) => new(order.ToString(), ConsentPrefix + consent.Id)
    {
        ["Consent"] = StoredJson.Write(consent),
    };

    public static TableEntity Row(Id order, Hold hold) => new TableEntity(order.ToString(), HoldPrefix + hold.Id).With(hold);

    private static IEnumerable<TableEntity> Those(IEnumerable<TableEntity> rows, string prefix) =>
        rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(row => row.RowKey, StringComparer.Ordinal);

    private static Scan ReadScan(TableEntity row)
    {
        var id = Id.Parse(row.RowKey[ScanPrefix.Length..]);
        // What was read before units were told was in millimetres.
        row.TryAdd(nameof(ScanFacts.Unit), "mm");
        return row.Read<Scan>(id) with
        {
            Copies = StoredJson.Read<IReadOnlyList<DiskCopy>>(row.GetString(nameof(Scan.Copies))) ?? [],
            Facts = row.ContainsKey(nameof(ScanFacts.Sha256)) ? row.Read<ScanFacts>(id) : null,
        };
    }

    private static ConsentGiven ReadConsent(TableEntity row) => StoredJson.ReadRequired<ConsentGiven>(row.GetString("Consent"));

    private static Hold ReadHold(TableEntity row) => row.Read<Hold>(Id.Parse(row.RowKey[HoldPrefix.Length..]));
}
