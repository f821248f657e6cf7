namespace WelWee3D.Formats;

/// <summary>Reads one kind of file, and keeps no more of it than a few buffers.</summary>
internal interface IScanFormatReader
{
    ScanFormat Format { get; }

    /// <param name="head">The first bytes, at most <see cref="ScanReading.HeadSize"/>; all there are in a small file.</param>
    /// <param name="length">The size of the whole file.</param>
    bool Recognises(ReadOnlySpan<byte> head, long length);

    /// <summary>Damage is an answer, not an exception; only what the stream itself throws gets out.</summary>
    /// <param name="content">The file from its first byte, forward only. What is left unread is read on for the hash.</param>
    /// <param name="surface">Is given its triangles, and to be flushed between two reads.</param>
    Task<Mesh> Read(Stream content, Surface surface, CancellationToken cancellation);
}

/// <summary>Reads one kind of file that has to be gone through in another order than it lies in. It is hashed beside that.</summary>
internal interface ISeekingFormatReader
{
    bool Recognises(ReadOnlySpan<byte> head);

    Task<Mesh> Read(ScanFile file, Surface surface, CancellationToken cancellation);
}

/// <summary>A file that can be read from any place.</summary>
/// <param name="open">Opens it at its first byte.</param>
internal sealed class ScanFile(Func<Stream> open, long length)
{
    public long Length => length;

    /// <summary>As much from there as is read on.</summary>
    public Stream OpenAt(long offset)
    {
        var content = open();
        content.Position = offset;
        return content;
    }

    /// <exception cref="EndOfStreamException">There is not so much.</exception>
    public async Task<byte[]> ReadAt(long offset, int count, CancellationToken cancellation)
    {
        await using var content = OpenAt(offset);
        var bytes = new byte[count];
        await content.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
