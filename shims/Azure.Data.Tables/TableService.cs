using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Requests to one account, and what its answers mean.</summary>
internal sealed class TableService(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
{
    private const string Json = "application/json;odata=minimalmetadata";

    private static readonly TableErrorParser Errors = new();

    private readonly string root = endpoint.AbsoluteUri.TrimEnd('/');
    private readonly HttpPipeline pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
    {
        PerRetryPolicies = { authentication },
        RequestFailedDetailsParser = Errors,
    });

    public static RequestFailedException Failure(Response response) => new(response, null, Errors);

    public string Url(string path) => $"{root}/{path}";

    public string EntityUrl(string table, string partitionKey, string rowKey) =>
        Url($"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')");

    public HttpMessage Request(RequestMethod method, string url, RequestContent content = null, string contentType = "application/json")
    {
        var message = pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(url));
        request.Headers.Add("x-ms-version", options.Version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", Json);
        if (content is not null)
        {
            request.Content = content;
            request.Headers.Add("Content-Type", contentType);
        }
        return message;
    }

    /// <summary>Any answer but success and those named is thrown.</summary>
    public async Task<Response> Send(HttpMessage message, CancellationToken cancellationToken, params int[] alsoFine)
    {
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var response = message.Response;
        return response.Status is >= 200 and < 300 || alsoFine.Contains(response.Status)
            ? response
            : throw Failure(response);
    }

    private static string Escape(string key) => Uri.EscapeDataString(ODataFilter.Escape(key));
}
