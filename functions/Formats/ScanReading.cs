namespace WelWee3D.Formats;

public static class ScanReading
{
    /// <summary>How much of a file is looked at to decide its format.</summary>
    internal const int HeadSize = 4096;

    /// <summary>
    /// Reads a scan to its end, in constant memory: once, unless its format lies in another order than it is read in. The bytes
    /// decide what it is, not its name.
    /// </summary>
    /// <param name="open">Opens the file at its first byte. Of a format that is not read in order it is asked again, and set elsewhere.</param>
    /// <param name="length">The size that storage states; Binary STL is told by it.</param>
    public static Task<ScanFacts> Read(Func<Stream> open, long length, CancellationToken cancellation) => Read(open, length, new Surface(), cancellation);

    /// <inheritdoc cref="Read(Func{Stream}, long, CancellationToken)"/>
    /// <param name="copy">Gets the triangles on the way. What it has at the end is for the caller to flush.</param>
    public static Task<ScanFacts> Copy(Func<Stream> open, long length, StlWriter copy, CancellationToken cancellation) =>
        Read(open, length, new Surface(copy), cancellation);

    private static async Task<ScanFacts> Read(Func<Stream> open, long length, Surface surface, CancellationToken cancellation)
    {
        await using var opened = open();
        await using var content = new HashingStream(opened);
        var head = await content.Peek(HeadSize, cancellation);
        var mesh = await Read(content, head, new(open, length), surface, cancellation);

        // The hash and the size are of the whole file, also of one that is rejected half-way.
        await content.Drain(cancellation);
        return new ScanFacts(
            await content.Sha256(),
            content.Bytes,
            mesh.Format,
            mesh.Surface?.Triangles ?? 0,
            mesh.Vertices,
            mesh.Surface?.Bounds,
            mesh.Unit.Symbol,
            mesh.Warnings,
            mesh.Rejected,
            mesh.Surface is null ? null : mesh.UnitFrom,
            mesh.Surface?.Degenerate,
            mesh.Surface?.Volume,
            mesh.Surface?.IsClosed,
            mesh.Entries.Count > 0 ? mesh.Entries : null,
            mesh.Surface?.NonFinite);
    }

    private static async Task<Mesh> Read(
        HashingStream content, ReadOnlyMemory<byte> head, ScanFile file, Surface surface, CancellationToken cancellation)
    {
        if (ScanFormatReaders.All.FirstOrDefault(each => each.Recognises(head.Span, file.Length)) is { } reader)
            return (await reader.Read(content, surface, cancellation)) with { Format = reader.Format };
        if (ScanFormatReaders.Seeking.FirstOrDefault(each => each.Recognises(head.Span)) is not { } seeking)
            return Mesh.Damaged(WhyNone(head.Span));
        var reading = seeking.Read(file, surface, cancellation);
        await Task.WhenAll(reading, content.Drain(cancellation));
        return await reading;
    }

    private static string WhyNone(ReadOnlySpan<byte> head) =>
        head.IsEmpty ? Damage.Empty.English
        : IsUtf16(head) ? Damage.Utf16.English
        : Damage.NoFormat.English;

    /// <summary>By its mark, or by a first letter that has a zero beside it.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        || (head.Length >= 4 && head[..4] is [> 0, 0, > 0, 0] or [0, > 0, 0, > 0] && char.IsAsciiLetter((char)(head[0] + head[1])));
}
