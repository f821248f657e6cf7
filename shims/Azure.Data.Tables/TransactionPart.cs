using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The answer to one action of a transaction.</summary>
internal sealed class TransactionPart : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    private TransactionPart(string statusLine)
    {
        var words = statusLine.Split(' ', 3);
        Status = int.Parse(words[1], CultureInfo.InvariantCulture);
        ReasonPhrase = words.ElementAtOrDefault(2);
    }

    public override int Status { get; }
    public override string ReasonPhrase { get; }
    public override Stream ContentStream { get; set; }
    public override string ClientRequestId { get; set; }

    public static TransactionPart Read(string statusLine, StringReader lines)
    {
        var part = new TransactionPart(statusLine);
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            part.headers[header[..colon].Trim()] = header[(colon + 1)..].Trim();
        }
        var body = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
            body.Append(line);
        part.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body.ToString()));
        return part;
    }

    public override void Dispose() => ContentStream.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, out string value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
