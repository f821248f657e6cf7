using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace WelWee3D.Exports;

/// <summary>
/// Appends to a package that nobody else appends to, a piece at a time. The SDK's own stream takes an append whose answer
/// was lost, and which it repeats, for somebody else's. What was not flushed is never written.
/// </summary>
internal sealed class PackageStream(AppendBlobClient blob) : Stream
{
    // A blob takes 50,000 appends: of this size they make 195 GiB.
    private const int PieceLength = 4 * 1024 * 1024;

    private readonly MemoryStream piece = new();
    private long appended;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => appended + piece.Length; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => piece.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        piece.Write(buffer.Span);
        if (piece.Length >= PieceLength)
            await FlushAsync(cancellationToken);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (piece.Length == 0)
            return;
        piece.Position = 0;
        await Append(cancellationToken);
        appended += piece.Length;
        piece.SetLength(0);
    }

    // Called by whoever writes through this without waiting: it goes with the next piece.
    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task Append(CancellationToken cancellation)
    {
        var options = new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = appended } };
        try
        {
            await blob.AppendBlockAsync(piece, options, cancellation);
        }
        catch (RequestFailedException met) when (met.Status == 412)
        {
            BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            if (stored.ContentLength != appended + piece.Length)
                throw;
        }
    }
}
