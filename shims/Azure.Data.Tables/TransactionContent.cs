using System.Buffers;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>Many changes as one request: a multipart body with a changeset, whose parts are requests and responses.</summary>
internal static class TransactionContent
{
    // A body is JSON without line breaks, so that no boundary can occur in it.
    private const string Batch = "batch_1";
    private const string Changeset = "changeset_1";

    public const string MediaType = $"multipart/mixed; boundary={Batch}";

    public static ReadOnlyMemory<byte> Write(TableService service, string table, IEnumerable<TableTransactionAction> actions)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        Append($"--{Batch}\r\nContent-Type: multipart/mixed; boundary={Changeset}\r\n\r\n");
        var any = false;
        foreach (var action in actions)
        {
            any = true;
            var change = new EntityChange(service, table, action);
            Append(
                $"--{Changeset}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" +
                $"{change.Method} {change.Url} HTTP/1.1\r\n" +
                "Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
            foreach (var (name, value) in change.Headers())
                Append($"{name}: {value}\r\n");
            if (change.HasBody)
            {
                Append("Content-Type: application/json\r\n\r\n");
                change.WriteBody(buffer);
            }
            Append("\r\n");
        }
        Append($"--{Changeset}--\r\n--{Batch}--\r\n");
        return any ? buffer.WrittenMemory : throw new InvalidOperationException("Transaction does not contain any actions.");

        void Append(string text) => Encoding.UTF8.GetBytes(text, buffer);
    }

    /// <summary>One response for each action, or one in all for the action that failed.</summary>
    public static List<Response> Read(string body)
    {
        var parts = new List<Response>();
        using var lines = new StringReader(body);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                parts.Add(TransactionPart.Read(line, lines));
        }
        return parts;
    }
}
