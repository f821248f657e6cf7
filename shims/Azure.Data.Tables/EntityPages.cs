using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>A query, asked anew each time it is enumerated.</summary>
internal sealed class EntityPages<T>(
    TableService service, string table, string filter, int? maxPerPage, IEnumerable<string> select, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : class, ITableEntity
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await Read(continuationToken, pageSizeHint ?? maxPerPage).ConfigureAwait(false);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }

    private async Task<Page<T>> Read(string continuationToken, int? size)
    {
        using var message = service.Request(RequestMethod.Get, Url(continuationToken, size));
        var response = await service.Send(message, CancellationToken).ConfigureAwait(false);
        using var json = JsonDocument.Parse(response.Content);
        T[] entities = [.. json.RootElement.GetProperty("value").EnumerateArray().Select(EntityJson.Read<T>)];
        return Page<T>.FromValues(entities, Continuation(response), response);
    }

    private string Url(string continuationToken, int? size)
    {
        var next = continuationToken?.Split(' ', 2);
        (string Name, string Value)[] parameters =
        [
            ("$top", size?.ToString(CultureInfo.InvariantCulture)),
            ("$select", select is null ? null : string.Join(',', select)),
            ("$filter", filter),
            ("NextPartitionKey", next?[0]),
            ("NextRowKey", next?.ElementAtOrDefault(1)),
        ];
        var query = parameters
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}");
        return service.Url($"{table}()?{string.Join('&', query)}");
    }

    /// <summary>The service encodes the keys, so that the space between them is the only one.</summary>
    private static string Continuation(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);
        return partitionKey is null && rowKey is null ? null : $"{partitionKey} {rowKey}";
    }
}
