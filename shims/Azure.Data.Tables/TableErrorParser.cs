using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The service answers errors as {"odata.error": {"code", "message": {"value"}}}.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        error = null;
        data = null;
        if (response.ContentStream is not { CanSeek: true, Length: > 0 } || Read(response.Content) is not { } found)
            return false;

        error = new ResponseError(found.Code, found.Message);
        // In a transaction the message starts with the index of the action that failed.
        if (found.Message.Split(':') is [var first, _, ..]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            data = new Dictionary<string, string> { [TableTransactionFailedException.FailedEntity] = first };
        return true;
    }

    private static (string Code, string Message)? Read(BinaryData content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var error = document.RootElement.GetProperty("odata.error");
            return (error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString());
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy in between answers in a form of its own; the exception then shows the status alone.
            return null;
        }
    }
}
