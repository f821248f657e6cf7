using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using WelWee3D.Http;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>A file that was, or will be, destroyed.</summary>
public sealed record DestroyedFile([Pseudonymous] string Name, [Operational] long Bytes, [Pseudonymous] string Sha256);

/// <summary>One record of a ledger line.</summary>
/// <param name="Within">The order that a scan belonged to.</param>
/// <param name="Subjects">Keyed hashes of the people it was about.</param>
public sealed record LedgerItem(
    [Pseudonymous] Id Id,
    [Pseudonymous]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Id? Within,
    [Pseudonymous] IReadOnlyList<string> Subjects,
    IReadOnlyList<DestroyedFile> Files,
    [Operational] IReadOnlyList<string> Disks);

/// <summary>
/// What will be destroyed, why and for whom: written before anything is deleted. Items of one line share their kind
/// and derivation. Holds no personal data but keyed hashes.
/// </summary>
/// <param name="Id">Of the item it destroys, where that is one: an item is destroyed once. Else made for the batch.</param>
public sealed record LedgerLine(
    [Pseudonymous] string Id,
    [Operational] string Kind,
    Derivation Why,
    [Pseudonymous] string DecidedBy,
    [Operational] DateTimeOffset DecidedAt,
    IReadOnlyList<LedgerItem> Items);

/// <summary>A ledger line as stored, with the number of the certificate that was reserved for it.</summary>
public sealed record StoredLine(LedgerLine Line, [Operational] int? Certificate, ETag Version);

/// <summary>The ledger: in an account of its own, outside every restore.</summary>
public sealed class Ledger(StorageAccounts accounts)
{
    public const string TableName = "Ledger";
    private const string RowKey = "line";

    private readonly TableClient table = accounts.Tables(Accounts.Ledger).GetTableClient(TableName);

    /// <summary>Writes a line, or takes up the one that was written before.</summary>
    public async Task<StoredLine> Write(LedgerLine line, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var added = await table.AddEntityAsync(Entity(line, null), cancellation);
                return new(line, null, added.Headers.ETag ?? default);
            }
            catch (RequestFailedException exists) when (exists.Status == 409)
            {
                if (await TakeUp(line.Id, cancellation) is { } taken)
                    return taken;
            }
        }
    }

    /// <summary>Makes a line that was begun by another one's own: from then on the other cannot withdraw it.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<StoredLine?> TakeUp(string id, CancellationToken cancellation)
    {
        while (await Find(id, cancellation) is { } stored)
            if (await Replace(stored, stored.Line, cancellation) is { } taken)
                return taken;
        return null;
    }

    public async Task<StoredLine?> Find(string id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(id, RowKey, cancellationToken: cancellation);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>Replaces what a line says.</summary>
    /// <returns>Null when somebody else changed it first.</returns>
    public Task<StoredLine?> Replace(StoredLine former, LedgerLine line, CancellationToken cancellation) =>
        Update(former with { Line = line }, Entity(line, former.Certificate), TableUpdateMode.Replace, cancellation);

    /// <summary>Reserves the number of a line's certificate.</summary>
    /// <returns>Null when somebody else changed the line first.</returns>
    public Task<StoredLine?> Reserve(StoredLine former, int certificate, CancellationToken cancellation) =>
        Update(
            former with { Certificate = certificate },
            new(former.Line.Id, RowKey) { ["Certificate"] = certificate }, TableUpdateMode.Merge, cancellation);

    /// <summary>Takes a line back whose items turned out not to be due.</summary>
    /// <returns>False when somebody else has taken it up since.</returns>
    public async Task<bool> Withdraw(StoredLine stored, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(stored.Line.Id, RowKey, stored.Version, cancellation);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Every line ever written: for the replay after a restore.</summary>
    public async IAsyncEnumerable<StoredLine> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
            yield return Read(row);
    }

    private async Task<StoredLine?> Update(
        StoredLine changed, TableEntity entity, TableUpdateMode mode, CancellationToken cancellation)
    {
        try
        {
            var updated = await table.UpdateEntityAsync(entity, changed.Version, mode, cancellation);
            return changed with { Version = updated.Headers.ETag ?? default };
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 412)
        {
            return null;
        }
    }

    private static TableEntity Entity(LedgerLine line, int? certificate) => new(line.Id, RowKey)
    {
        ["Line"] = JsonSerializer.Serialize(line, Json.Options),
        ["Certificate"] = certificate,
    };

    private static StoredLine Read(TableEntity row) => new(
        JsonSerializer.Deserialize<LedgerLine>(row.GetString("Line"), Json.Options)!, row.GetInt32("Certificate"), row.ETag);
}
