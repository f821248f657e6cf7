using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

public class TableClient
{
    private readonly TableService service;

    protected TableClient()
    {
    }

    internal TableClient(TableService service, string name) => (this.service, Name) = (service, name);

    public virtual string Name { get; }

    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var table = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(new { TableName = Name }));
        using var message = service.Request(RequestMethod.Post, service.Url("Tables"), RequestContent.Create(table));
        message.Request.Headers.Add("Prefer", "return-no-content");
        var response = await service.Send(message, cancellationToken, alsoFine: 409).ConfigureAwait(false);
        return response.Status == 409 && TableService.Failure(response) is { ErrorCode: "TableBeingDeleted" } deleted
            ? throw deleted
            : Response.FromValue(new TableItem(Name), response);
    }

    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        Change(TableTransactionActionType.Add, entity, default, cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        Change(
            mode == TableUpdateMode.Merge ? TableTransactionActionType.UpsertMerge : TableTransactionActionType.UpsertReplace,
            entity, default, cancellationToken);

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
            throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        return Change(
            mode == TableUpdateMode.Merge ? TableTransactionActionType.UpdateMerge : TableTransactionActionType.UpdateReplace,
            entity, ifMatch, cancellationToken);
    }

    /// <summary>An entity that is not there is not an error: the response then says 404.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        Change(TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), ifMatch, cancellationToken, alsoFine: 404);

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var url = service.EntityUrl(Name, partitionKey, rowKey);
        if (select is not null)
            url += "?$select=" + Uri.EscapeDataString(string.Join(',', select));
        using var message = service.Request(RequestMethod.Get, url);
        var response = await service.Send(message, cancellationToken, alsoFine: 404).ConfigureAwait(false);
        if (response.Status == 404)
            return new NoEntity<T>(response);

        using var json = JsonDocument.Parse(response.Content);
        return Response.FromValue(EntityJson.Read<T>(json.RootElement), response);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new EntityPages<T>(service, Name, filter, maxPerPage, select, cancellationToken);

    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var content = TransactionContent.Write(service, Name, transactionActions);
        using var message = service.Request(
            RequestMethod.Post, service.Url("$batch"), RequestContent.Create(content), TransactionContent.MediaType);
        var response = await service.Send(message, cancellationToken).ConfigureAwait(false);
        var parts = TransactionContent.Read(response.Content.ToString());
        return parts.Find(part => part.Status >= 400) is { } failed
            ? throw new TableTransactionFailedException(TableService.Failure(failed))
            : Response.FromValue<IReadOnlyList<Response>>(parts, response);
    }

    private async Task<Response> Change(
        TableTransactionActionType type, ITableEntity entity, ETag etag, CancellationToken cancellationToken, params int[] alsoFine)
    {
        var change = new EntityChange(service, Name, new TableTransactionAction(type, entity, etag));
        using var message = service.Request(
            change.Method, change.Url, change.HasBody ? RequestContent.Create(change.Body()) : null);
        foreach (var (name, value) in change.Headers())
            message.Request.Headers.Add(name, value);
        return await service.Send(message, cancellationToken, alsoFine).ConfigureAwait(false);
    }

    private sealed class NoEntity<T>(Response response) : NullableResponse<T>
    {
        public override bool HasValue => false;
        public override T Value => throw new InvalidOperationException("The response has no value: the entity does not exist.");
        public override Response GetRawResponse() => response;
    }
}
