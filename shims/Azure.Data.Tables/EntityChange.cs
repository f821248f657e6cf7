using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>What one action says to the service, on its own or in a transaction.</summary>
internal sealed class EntityChange
{
    private readonly TableTransactionAction action;

    public EntityChange(TableService service, string table, TableTransactionAction action)
    {
        ArgumentNullException.ThrowIfNull(action.Entity);
        ArgumentNullException.ThrowIfNull(action.Entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(action.Entity.RowKey);
        this.action = action;
        Url = action.ActionType == TableTransactionActionType.Add
            ? service.Url(table)
            : service.EntityUrl(table, action.Entity.PartitionKey, action.Entity.RowKey);
    }

    public string Url { get; }

    public RequestMethod Method => action.ActionType switch
    {
        TableTransactionActionType.Add => RequestMethod.Post,
        TableTransactionActionType.Delete => RequestMethod.Delete,
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => RequestMethod.Patch,
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => RequestMethod.Put,
        _ => throw new InvalidOperationException("Unknown request type."),
    };

    public bool HasBody => action.ActionType != TableTransactionActionType.Delete;

    public IEnumerable<(string Name, string Value)> Headers()
    {
        if (action.ActionType == TableTransactionActionType.Add)
            yield return ("Prefer", "return-no-content");
        else if (IfMatch() is { } etag)
            yield return ("If-Match", etag.ToString());
    }

    public ReadOnlyMemory<byte> Body()
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteBody(buffer);
        return buffer.WrittenMemory;
    }

    public void WriteBody(IBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer);
        EntityJson.Write(json, action.Entity);
    }

    /// <summary>Without the header an update inserts what is not there; a delete must have it.</summary>
    private ETag? IfMatch() => action.ActionType switch
    {
        TableTransactionActionType.UpsertMerge or TableTransactionActionType.UpsertReplace => null,
        TableTransactionActionType.Delete => action.ETag == default ? ETag.All : action.ETag,
        _ => action.ETag == default ? null : action.ETag,
    };
}
