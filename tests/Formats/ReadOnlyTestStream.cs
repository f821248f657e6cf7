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

/// <summary>Binary STL of any size: a header, then the same run of facets again and again.</summary>
internal sealed class HugeStlStream : ReadOnlyTestStream
{
    private readonly byte[] header;
    private readonly byte[] facets;
    private readonly long length;
    private long position;

    public HugeStlStream(long triangles)
    {
        var sphere = StlFiles.BinarySphere(2000);
        header = sphere[..StlFiles.HeaderSize];
        BitConverter.GetBytes((uint)triangles).CopyTo(header, 80);
        facets = sphere[StlFiles.HeaderSize..];
        length = StlFiles.HeaderSize + triangles * StlFiles.FacetSize;
    }

    public override long Length => length;

    protected override int Fill(Span<byte> buffer)
    {
        var source = position < header.Length
            ? header.AsSpan((int)position)
            : facets.AsSpan((int)((position - header.Length) % facets.Length));
        var count = (int)Math.Min(Math.Min(source.Length, buffer.Length), length - position);
        source[..count].CopyTo(buffer);
        position += count;
        return count;
    }
}
