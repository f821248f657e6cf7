using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>A message as it was read.</summary>
/// <param name="Day">Its partition.</param>
public sealed record StoredMessage(ContactMessage Message, string Day, ETag Version);

/// <summary>The contact messages, by the day received; the day follows from the id.</summary>
public sealed class ContactMessages(
    StorageAccounts accounts, DueIndex dueRows, SubjectIndex subjects, SubjectKeys keys, RetentionRules rules,
    TimeProvider clock)
{
    public const string TableName = "ContactMessages";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

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

    public async IAsyncEnumerable<ContactMessage> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
            yield return MessageOf(row);
    }

    public IReadOnlyList<string> SubjectsOf(ContactMessage message) => keys.Of(message.Email, message.Phone);

    /// <summary>Those of these messages that exist.</summary>
    public async Task<IReadOnlyDictionary<Id, StoredMessage>> FindAll(IEnumerable<Id> ids, CancellationToken cancellation)
    {
        var wanted = ids.ToHashSet();
        var found = new Dictionary<Id, StoredMessage>();
        foreach (var day in wanted.GroupBy(Partition))
        {
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {day.Key} and RowKey ge {day.Min().ToString()} and RowKey le {day.Max().ToString()}");
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                if (MessageOf(row) is var message && wanted.Contains(message.Id))
                    found.Add(message.Id, new(message, row.PartitionKey, row.ETag));
        }
        return found;
    }

    /// <summary>
    /// Changes a message as it stands at that moment: when somebody else changed it meanwhile, the change is asked
    /// again about what they left.
    /// </summary>
    /// <param name="change">Pure; returns its argument when nothing changes.</param>
    /// <returns>The message as it now stands; null when there is none.</returns>
    public async Task<ContactMessage?> Change(
        Id id, Func<ContactMessage, ContactMessage> change, CancellationToken cancellation)
    {
        while (true)
        {
            if ((await FindAll([id], cancellation)).GetValueOrDefault(id) is not { Message: var before } stored)
                return null;
            var after = change(before);
            if (ReferenceEquals(before, after))
                return before;

            after = after with { Due = before.Due.Next(after.Retention(rules, clock.Today()).DueOn) };
            if (await dueRows.Move(
                before.Due, after.Due, () => Replace(stored.Version, after, cancellation),
                async () => (await Find(id, cancellation))?.Due, cancellation))
                return after;
        }
    }

    /// <summary>Deletes messages of one day, all or none.</summary>
    /// <returns>False when any of them is gone, or no longer in this version.</returns>
    public async Task<bool> Delete(IReadOnlyDictionary<Id, ETag> versions, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(
                versions.Select(each => new TableTransactionAction(
                    TableTransactionActionType.Delete, new TableEntity(Partition(each.Key), $"{each.Key}"), each.Value)),
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <returns>False when somebody else changed or deleted it first.</returns>
    private async Task<bool> Replace(ETag version, ContactMessage message, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(RowOf(message), version, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 412)
        {
            return false;
        }
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
