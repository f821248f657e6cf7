namespace WelWee3D.Formats;

/// <summary>
/// Lets XML through of which a parser makes one node after another: it keeps each whole, however long it is, and a value may have
/// in it whatever stands at the end of a tag.
/// </summary>
internal sealed class TagGuard(Stream inner) : Stream
{
    private const int Longest = 256 * 1024;

    private int length;

    public void NextNode() => length = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, Longest)], cancellationToken);
        return (length += read) <= Longest ? read : throw new DamagedException(Damage.BadXml.English);
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
