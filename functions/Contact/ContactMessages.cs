using Azure;
using Azure.Data.Tables;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>The contact messages, by the day received; the day follows from the id.</summary>
public sealed class ContactMessages(
    StorageAccounts accounts, DueIndex dueRows, SubjectIndex subjects, SubjectKeys keys, RetentionRules rules)
{
    public const string TableName = "ContactMessages";

    private readonly TableClient table = accounts.Tables("Records").GetTableClient(TableName);

    /// <summary>False when there is a message with this id already.</summary>
    public async Task<bool> Add(ContactMessage message, CancellationToken cancellation)
    {
        var due = DueRow.First(message.Retention(rules, message.ReceivedOn).DueOn, message.Item);
        await dueRows.Put(due, cancellation);
        await subjects.Add(keys.Of(message.Email, message.Phone), message.Item, cancellation);
        try
        {
            await table.AddEntityAsync(RowOf(message with { Due = due }), cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    public async Task<ContactMessage?> Find(Id id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition(id), $"{id}", cancellationToken: cancellation);
        return found.HasValue ? MessageOf(found.Value!) : null;
    }

    private static string Partition(Id id) => Amsterdam.DateOf(id.MadeAt).Iso();

    private static TableEntity RowOf(ContactMessage message) => new(Partition(message.Id), $"{message.Id}")
    {
        ["Name"] = message.Name,
        ["Email"] = message.Email,
        ["Phone"] = message.Phone,
        ["Message"] = message.Message,
        ["Locale"] = message.Locale,
        ["Source"] = message.Source,
        ["ReceivedAt"] = message.ReceivedAt,
        ["ReceivedOn"] = message.ReceivedOn.Iso(),
        ["DueOn"] = message.Due.On.Iso(),
        ["DueVersion"] = message.Due.Version,
        ["RestrictedOn"] = message.RestrictedOn?.Iso(),
        ["ErasureRequestedOn"] = message.ErasureRequestedOn?.Iso(),
    };

    private static ContactMessage MessageOf(TableEntity row) => new(
        Id.Parse(row.RowKey),
        row.GetString("Name"),
        row.GetString("Email"),
        row.GetString("Phone"),
        row.GetString("Message"),
        row.GetString("Locale"),
        row.GetString("Source"),
        row.GetDateTimeOffset("ReceivedAt")!.Value,
        Amsterdam.Date(row.GetString("ReceivedOn")),
        Day(row, "RestrictedOn"),
        Day(row, "ErasureRequestedOn"))
    {
        Due = new(Amsterdam.Date(row.GetString("DueOn")), new Item(Kinds.Message, Id.Parse(row.RowKey)), row.GetInt32("DueVersion")!.Value),
    };

    private static DateOnly? Day(TableEntity row, string column) =>
        row.GetString(column) is { } iso ? Amsterdam.Date(iso) : null;
}
