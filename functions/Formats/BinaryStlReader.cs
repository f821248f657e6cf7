using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace WelWee3D.Formats;

/// <summary>
/// Eighty bytes that mean nothing, a count, and fifty bytes for each triangle. Normals are ignored, as they follow
/// from the corners; so are the attribute bytes, where some programs put a colour.
/// </summary>
internal sealed class BinaryStlReader : IScanFormatReader
{
    public const int HeaderSize = 84;
    public const int FacetSize = 50;

    private const int FacetsPerRead = 1600;

    public ScanFormat Format => ScanFormat.Stl;

    public bool Recognises(ReadOnlySpan<byte> head, long length) =>
        head.Length >= HeaderSize
        && (length == HeaderSize + (long)CountIn(head) * FacetSize || LooksLikeFacets(Counted(head)));

    public async Task<Mesh> Read(Stream content, Surface surface, CancellationToken cancellation)
    {
        var buffer = new byte[FacetsPerRead * FacetSize];
        await content.ReadExactlyAsync(buffer.AsMemory(0, HeaderSize), cancellation);
        var triangles = CountIn(buffer);

        while (surface.Triangles < triangles)
        {
            await surface.Flush(cancellation);
            var wanted = (int)Math.Min(FacetsPerRead, triangles - surface.Triangles) * FacetSize;
            var read = await content.ReadAtLeastAsync(
                buffer.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, cancellation);

            foreach (ref readonly var facet in MemoryMarshal.Cast<byte, Facet>(buffer.AsSpan(0, read)))
                surface.Add(facet.A, facet.B, facet.C);
            if (read < wanted)
                return Mesh.Damaged(Damage.EndsInTriangle.With(surface.Triangles + 1, triangles));
        }

        return await ReadRest(content, buffer, surface, cancellation);
    }

    /// <summary>Bytes behind the last triangle mean nothing, unless they are triangles that were not counted.</summary>
    private static async Task<Mesh> ReadRest(Stream content, byte[] buffer, Surface surface, CancellationToken cancellation)
    {
        var rest = (long)await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        if (rest > 0 && (surface.Triangles == 0 || LooksLikeFacets(buffer.AsSpan(0, (int)rest))))
            return Mesh.Damaged(Damage.MoreTriangles.With(surface.Triangles));
        for (var read = rest; read > 0; rest += read)
            read = await content.ReadAsync(buffer, cancellation);

        return Mesh.Of(surface, vertices: 3 * surface.Triangles, Padding.Warnings(rest, after: "the last triangle"));
    }

    /// <summary>
    /// Tells a file that was cut off, or whose count is wrong, from one that is something else, by numbers that a scan can
    /// have. What is all text or all zeros is none, whatever numbers its bytes would make.
    /// </summary>
    private static bool LooksLikeFacets(ReadOnlySpan<byte> bytes)
    {
        var facets = MemoryMarshal.Cast<byte, Facet>(bytes);
        if (facets.IsEmpty || !bytes.ContainsAnyExceptInRange((byte)'\t', (byte)'~'))
            return false;

        var hasSize = false;
        foreach (ref readonly var facet in facets)
        {
            if (!IsLikely(facet.A) || !IsLikely(facet.B) || !IsLikely(facet.C) || !(IsLikely(facet.Normal) || IsUndefined(facet.Normal)))
                return false;
            hasSize |= facet.A != facet.B;
        }
        return hasSize;
    }

    /// <summary>As much of what follows the header as the file says are triangles; all of it where it says that there are none.</summary>
    private static ReadOnlySpan<byte> Counted(ReadOnlySpan<byte> head) => CountIn(head) is > 0 and var count
        ? head[HeaderSize..(int)Math.Min(head.Length, HeaderSize + (long)count * FacetSize)]
        : head[HeaderSize..];

    private static bool IsLikely(Vector3 at) => IsLikely(at.X) && IsLikely(at.Y) && IsLikely(at.Z);

    /// <summary>Rounding leaves coordinates of 1e-17 in real files.</summary>
    private static bool IsLikely(float value) => value is 0 || MathF.Abs(value) is > 1e-20f and < 1e8f;

    private static bool IsUndefined(Vector3 normal) => float.IsNaN(normal.X + normal.Y + normal.Z);

    private static uint CountIn(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[80..]);

    /// <summary>As it lies in the file, which is little-endian like every machine this runs on.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Facet(Vector3 Normal, Vector3 A, Vector3 B, Vector3 C, ushort Attributes);
}
