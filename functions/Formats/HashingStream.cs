using System.Security.Cryptography;

namespace WelWee3D.Formats;

/// <summary>Hashes and counts what is read through it, and shows the first bytes before they are read.</summary>
/// <remarks>Leaves <paramref name="inner"/> open: it belongs to the caller.</remarks>
internal sealed class HashingStream(Stream inner) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ReadOnlyMemory<byte> peeked;

    public long Bytes { get; private set; }

    public string Sha256() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>The first <paramref name="count"/> bytes, or all there are. To be asked once, before any reading.</summary>
    public async Task<ReadOnlyMemory<byte>> Peek(int count, CancellationToken cancellation)
    {
        var head = new byte[count];
        var read = await this.ReadAtLeastAsync(head, count, throwOnEndOfStream: false, cancellation);
        return peeked = head.AsMemory(0, read);
    }

    public async Task Drain(CancellationToken cancellation)
    {
        var rest = new byte[64 * 1024];
        while (await ReadAsync(rest, cancellation) > 0)
        {
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!peeked.IsEmpty)
        {
            var again = Math.Min(buffer.Length, peeked.Length);
            peeked[..again].CopyTo(buffer);
            peeked = peeked[again..];
            return again;
        }

        var read = await inner.ReadAsync(buffer, cancellationToken);
        hash.AppendData(buffer.Span[..read]);
        Bytes += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();
}
