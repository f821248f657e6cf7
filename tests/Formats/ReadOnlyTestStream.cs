namespace WelWee3D.Tests.Formats;

/// <summary>What a stream from the network can do, and no more: be read, forward.</summary>
internal abstract class ReadOnlyTestStream : Stream
{
    protected abstract int Fill(Span<byte> buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Fill(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();
}

/// <summary>Gives at most so many bytes at a time.</summary>
internal sealed class SlowStream(byte[] content, int atATime) : ReadOnlyTestStream
{
    private int position;

    protected override int Fill(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(atATime, buffer.Length), content.Length - position);
        content.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }
}

/// <summary>A file of any size, made while it is read: a beginning, then the same again and again, then an end.</summary>
internal sealed class RepeatedStream(byte[] first, byte[] again, long times, byte[] last) : ReadOnlyTestStream
{
    private readonly long lastAt = first.Length + again.Length * times;
    private long position;

    public override long Length => lastAt + last.Length;

    protected override int Fill(Span<byte> buffer)
    {
        var rest = position < first.Length ? first.AsSpan((int)position)
            : position >= lastAt ? last.AsSpan((int)(position - lastAt))
            : again.AsSpan((int)((position - first.Length) % again.Length));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        position += count;
        return count;
    }
}
