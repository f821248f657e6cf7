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
            ? Mesh.Damaged(head.IsEmpty ? "The file is empty." : "The file is in none of the 3D formats that can be read.")
            : await reader.Read(content, cancellation);

        // The hash and the size are of the whole file, also of one that is rejected half-way.
        await content.Drain(cancellation);
        return new ScanFacts(
            content.Sha256(),
            content.Bytes,
            reader?.Format,
            mesh.Triangles,
            mesh.Vertices,
            mesh.Bounds,
            mesh.Unit,
            mesh.Bounds is { } bounds ? BodySize.Warnings(bounds, mesh.Unit) : [],
            mesh.Damage);
    }
}
