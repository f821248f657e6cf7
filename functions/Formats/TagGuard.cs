namespace WelWee3D.Formats;

/// <summary>Lets XML through that goes on from tag to tag: a parser keeps each whole, however long it is.</summary>
internal sealed class TagGuard(Stream inner) : Stream
{
    private const int Longest = 256 * 1024;

    private int length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, Longest)], cancellationToken);
        var last = buffer.Span[..read].LastIndexOf((byte)'>');
        length = last < 0 ? length + read : read - last;
        return length <= Longest ? read : throw new DamagedException(Damage.BadXml.English);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

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
