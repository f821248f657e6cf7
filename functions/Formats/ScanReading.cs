namespace WelWee3D.Formats;

public static class ScanReading
{
    /// <summary>How much of a file is looked at to decide its format.</summary>
    internal const int HeadSize = 4096;

    /// <summary>Reads a scan once, to its end, in constant memory. The bytes decide what it is, not its name.</summary>
    /// <param name="length">The size that storage states; Binary STL is told by it.</param>
    public static async Task<ScanFacts> Read(Stream stream, long length, CancellationToken cancellation)
    {
        await using var content = new HashingStream(stream);
        var head = await content.Peek(HeadSize, cancellation);

        var reader = ScanFormatReaders.All.FirstOrDefault(reader => reader.Recognises(head.Span, length));
        var mesh = reader is null
            ? Mesh.Damaged(WhyNone(head.Span))
            : await reader.Read(content, cancellation);

        // The hash and the size are of the whole file, also of one that is rejected half-way.
        await content.Drain(cancellation);
        return new ScanFacts(
            await content.Sha256(),
            content.Bytes,
            reader?.Format,
            mesh.Surface?.Triangles ?? 0,
            mesh.Vertices,
            mesh.Surface?.Bounds,
            mesh.Unit.Symbol,
            mesh.Warnings,
            mesh.Rejected,
            mesh.Surface is null ? null : mesh.UnitFrom,
            mesh.Surface?.Degenerate,
            mesh.Surface?.Volume,
            mesh.Surface?.IsClosed);
    }

    private static string WhyNone(ReadOnlySpan<byte> head) =>
        head.IsEmpty ? Damage.Empty.English
        : IsUtf16(head) ? Damage.Utf16.English
        : Damage.NoFormat.English;

    /// <summary>By its mark, or by a first letter that has a zero beside it.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        || (head.Length >= 4 && head[..4] is [> 0, 0, > 0, 0] or [0, > 0, 0, > 0] && char.IsAsciiLetter((char)(head[0] + head[1])));
}
