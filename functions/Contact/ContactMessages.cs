using Azure.Data.Tables;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>
/// The contact messages, by the day received; the day follows from the id. Those of one day and one derivation are
/// destroyed together.
/// </summary>
public sealed class ContactMessages(Keeping keeping, SubjectKeys keys) : RowKind<ContactMessage>(keeping, Kind, TableName)
{
    public const string Kind = "message";
    public const string TableName = "ContactMessages";

    public override KindWords Words { get; } = new(new("contactbericht", "contact message"), new("contactberichten", "contact messages"));

    public override string Section => "messages";

    public override int FoundAtOnce => 1000;

    public override string BatchOf(Id id) => Amsterdam.DateOf(id.MadeAt).Iso();

    public override async Task<object?> Export(KeptRecord record, Package package, CancellationToken cancellation) =>
        await Find(record.Item.Id, cancellation) is { } message ? ExportedMessage.Of(message, record.Retention) : null;

    public override IReadOnlyList<string> SubjectsOf(ContactMessage record) => keys.Of(record.Email, record.Phone);

    protected override (string Partition, string Row) KeyOf(Id id) => (BatchOf(id), $"{id}");

    protected override TableEntity RowOf(ContactMessage record) => new TableEntity(BatchOf(record.Id), $"{record.Id}")
    {
        ["Name"] = record.Name,
        ["Email"] = record.Email,
        ["Phone"] = record.Phone,
        ["Message"] = record.Message,
        ["Locale"] = record.Locale,
        ["Source"] = record.Source,
        ["ReceivedAt"] = record.ReceivedAt,
        ["ReceivedOn"] = record.ReceivedOn.Iso(),
        ["RestrictedOn"] = record.RestrictedOn?.Iso(),
        ["ErasureRequestedOn"] = record.ErasureRequestedOn?.Iso(),
    }.WithDue(record.Due);

    protected override ContactMessage RecordOf(TableEntity row) => new(
        Id.Parse(row.RowKey),
        row.Text("Name"),
        row.Text("Email"),
        row.GetString("Phone"),
        row.Text("Message"),
        row.Text("Locale"),
        row.Text("Source"),
        row.GetDateTimeOffset("ReceivedAt")!.Value,
        Amsterdam.Date(row.Text("ReceivedOn")),
        row.Day("RestrictedOn"),
        row.Day("ErasureRequestedOn"))
    {
        Due = row.Due(ItemOf(Id.Parse(row.RowKey))),
    };
}

/// <summary>A message as its sender gets it handed over.</summary>
public sealed record ExportedMessage(
    Id Id, string Name, string Email, string? Phone, string Message, string Locale, string Source, DateTimeOffset ReceivedAt,
    DateOnly? RestrictedOn, Derivation Retention)
{
    public static ExportedMessage Of(ContactMessage message, Derivation retention) => new(
        message.Id, message.Name, message.Email, message.Phone, message.Message, message.Locale, message.Source,
        message.ReceivedAt, message.RestrictedOn, retention);
}
