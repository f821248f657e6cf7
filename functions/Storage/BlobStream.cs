using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WelWee3D.Storage;

/// <summary>
/// A version of a blob as a stream. One request brings all that is read on from one place, and none is made before that;
/// where the blob was changed meanwhile, reading fails.
/// </summary>
public sealed class BlobStream(BlobClient blob, ETag version, long length) : InputStream
{
    private long position;
    private Stream? body;

    public static async Task<BlobStream> Open(BlobClient blob, CancellationToken cancellation)
    {
        BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellation);
        return new(blob, stored.ETag, stored.ContentLength);
    }

    /// <summary>The same version once more, from its first byte.</summary>
    public BlobStream Again() => new(blob, version, length);

    public override bool CanSeek => true;
    public override long Length => length;

    public override long Position
    {
        get => position;
        set
        {
            if (value == position)
                return;
            body?.Dispose();
            (position, body) = (value, null);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.IsEmpty)
            return 0;
        body ??= await From(position, cancellationToken);
        var read = await body.ReadAsync(buffer, cancellationToken);
        position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => position,
        _ => length,
    };

    private async Task<Stream> From(long start, CancellationToken cancellation)
    {
        var options = new BlobDownloadOptions
        {
            Range = start == 0 ? default : new HttpRange(start),
            Conditions = new BlobRequestConditions { IfMatch = version },
        };
        BlobDownloadStreamingResult download = await blob.DownloadStreamingAsync(options, cancellation);
        return download.Content;
    }

    protected override void Dispose(bool disposing)
    {
        body?.Dispose();
        base.Dispose(disposing);
    }
}
