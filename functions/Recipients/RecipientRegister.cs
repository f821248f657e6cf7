using Azure;
using WelWee3D.People;

namespace WelWee3D.Recipients;

/// <summary>The recipients, by their label: few, in one partition. None is ever removed, for it may have to be told something.</summary>
public sealed class RecipientRegister(StorageAccounts accounts)
{
    public const string TableName = "Recipients";
    private const string PartitionKey = "recipient";
    private const int AtOnce = 1000;

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>Under a label that is there already its details are set right: an organisation gets another mail address.</summary>
    /// <returns>The recipient as it stands, and whether it was registered just now.</returns>
    public async Task<(Recipient Recipient, bool IsNew)> Register(Recipient recipient, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await table.TryAdd(Row(recipient), cancellation) is not null)
            return (recipient, true);
        var standing = (await Find(recipient.Label, cancellation))!;
        var moves = MailAddresses.Mailbox(standing.Email) != MailAddresses.Mailbox(recipient.Email);
        var changed = recipient with { RegisteredOn = standing.RegisteredOn, MovedAt = moves ? at : standing.MovedAt };
        await table.TryUpdate(Row(changed), ETag.All, cancellation);
        return (changed, false);
    }

    public async Task<Recipient?> Find(string label, CancellationToken cancellation) =>
        await table.Find(PartitionKey, label, cancellation) is { } row ? Read(row) : null;

    public async Task<IReadOnlyDictionary<string, Recipient>> All(CancellationToken cancellation) =>
        await From(null, AtOnce, cancellation).ToDictionaryAsync(recipient => recipient.Label, cancellationToken: cancellation);

    /// <summary>All recipients, in the order of their labels.</summary>
    /// <param name="from">The label to begin at; null for the first.</param>
    public IAsyncEnumerable<Recipient> From(RecipientLabel? from, int perPage, CancellationToken cancellation) =>
        table.Rows(from is { } label ? new(PartitionKey, label.ToString()) : null, last: null, perPage, cancellation).Select(Read);

    private static TableEntity Row(Recipient recipient) => new TableEntity(PartitionKey, recipient.Label).With(recipient);

    private static Recipient Read(TableEntity row) => row.Read(TableName, each => each.Read<Recipient>(default));
}
