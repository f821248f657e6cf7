using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace WelWee3D.Exports;

/// <summary>
/// Appends to a package that nobody else appends to, a piece at a time. The SDK's own stream takes an append whose answer
/// was lost, and which it repeats, for somebody else's. What was not flushed is never written.
/// </summary>
internal sealed class PackageStream(AppendBlobClient blob) : ForwardOutput
{
    // A blob takes 50,000 appends: of this size they make 195 GiB.
    private const int PieceLength = 4 * 1024 * 1024;

    private MemoryStream piece = new();
    private MemoryStream sent = new();
    private Task append = Task.CompletedTask;
    private long appended;

    protected override long Written => appended + sent.Length + piece.Length;

    public override void Write(byte[] buffer, int offset, int count) => piece.Write(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        piece.Write(buffer.Span);
        if (piece.Length >= PieceLength)
            await Send(cancellationToken);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Send(cancellationToken);
        await Sent();
    }

    /// <summary>A piece that is under way ends first: after this nothing is appended any more.</summary>
    public override async ValueTask DisposeAsync()
    {
        // Who stops writing tells why himself; how the piece fared no longer matters to a package that is not whole.
        await append.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.DisposeAsync();
    }

    // Called by whoever writes through this without waiting: it goes with the next piece.
    public override void Flush() { }

    /// <summary>While a piece is appended, the next is filled.</summary>
    private async Task Send(CancellationToken cancellation)
    {
        await Sent();
        (piece, sent) = (sent, piece);
        append = Append(cancellation);
    }

    private async Task Sent()
    {
        await append;
        appended += sent.Length;
        sent.SetLength(0);
    }

    private async Task Append(CancellationToken cancellation)
    {
        if (sent.Length == 0)
            return;
        sent.Position = 0;
        var options = new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = appended } };
        try
        {
            await blob.AppendBlockAsync(sent, options, cancellation);
        }
        catch (RequestFailedException met) when (met.Status == 412)
        {
            BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            if (stored.ContentLength != appended + sent.Length)
                throw;
        }
    }
}
