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
    private const int HeaderSize = 84;
    private const int FacetSize = 50;
    private const int FacetsPerRead = 1600;

    public ScanFormat Format => ScanFormat.Stl;

    public bool Recognises(ReadOnlySpan<byte> head, long length) =>
        head.Length >= HeaderSize
        && (length == HeaderSize + (long)CountIn(head) * FacetSize || LooksLikeFacets(head[HeaderSize..]));

    public async Task<Mesh> Read(Stream content, CancellationToken cancellation)
    {
        var buffer = new byte[FacetsPerRead * FacetSize];
        await content.ReadExactlyAsync(buffer.AsMemory(0, HeaderSize), cancellation);
        var triangles = CountIn(buffer);
        var min = new Vector3(float.PositiveInfinity);
        var max = new Vector3(float.NegativeInfinity);

        for (long done = 0; done < triangles;)
        {
            var wanted = (int)Math.Min(FacetsPerRead, triangles - done) * FacetSize;
            var read = await content.ReadAtLeastAsync(
                buffer.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, cancellation);

            var facets = MemoryMarshal.Cast<byte, Facet>(buffer.AsSpan(0, read));
            if (!Enclose(facets, ref min, ref max))
            {
                var damaged = done + FirstDamaged(facets) + 1;
                return Mesh.Damaged($"Triangle {damaged} has a coordinate that is not a finite number.");
            }

            done += facets.Length;
            if (read < wanted)
                return Mesh.Damaged($"The file ends before triangle {done + 1} of {triangles} is complete.");
        }

        if (await content.ReadAsync(buffer.AsMemory(0, 1), cancellation) > 0)
            return Mesh.Damaged($"More follows after the {triangles} triangles that the file announces.");

        return Mesh.Of(triangles, vertices: 3L * triangles, new Bounds(PointAt(min), PointAt(max)));
    }

    /// <summary>False when a coordinate is not finite: NaN goes through Min and Max, and infinity is an extreme.</summary>
    private static bool Enclose(ReadOnlySpan<Facet> facets, ref Vector3 min, ref Vector3 max)
    {
        var (lowest, highest) = (min, max);
        foreach (ref readonly var facet in facets)
        {
            lowest = Vector3.Min(lowest, Vector3.Min(facet.A, Vector3.Min(facet.B, facet.C)));
            highest = Vector3.Max(highest, Vector3.Max(facet.A, Vector3.Max(facet.B, facet.C)));
        }

        (min, max) = (lowest, highest);
        return facets.IsEmpty || (PointAt(min).IsFinite && PointAt(max).IsFinite);
    }

    private static int FirstDamaged(ReadOnlySpan<Facet> facets)
    {
        var index = 0;
        while (PointAt(facets[index].A).IsFinite && PointAt(facets[index].B).IsFinite && PointAt(facets[index].C).IsFinite)
            index++;

        return index;
    }

    /// <summary>
    /// Tells a file that was cut off, or whose count is wrong, from one that is something else: normals of length
    /// one, or left open, and corners within reason. A first triangle without size is most likely a run of zeros.
    /// </summary>
    private static bool LooksLikeFacets(ReadOnlySpan<byte> bytes)
    {
        var facets = MemoryMarshal.Cast<byte, Facet>(bytes);
        if (facets.IsEmpty || facets[0].A == facets[0].B)
            return false;

        foreach (ref readonly var facet in facets)
        {
            if (facet.Normal.Length() is not (0 or float.NaN or (> 0.99f and < 1.01f)))
                return false;
            if (!IsNear(facet.A) || !IsNear(facet.B) || !IsNear(facet.C))
                return false;
        }

        return true;
    }

    private static bool IsNear(Vector3 corner) => corner.Length() < 1e8f;

    private static uint CountIn(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[80..]);

    private static Point PointAt(Vector3 corner) => new(corner.X, corner.Y, corner.Z);

    /// <summary>As it lies in the file, which is little-endian like every machine this runs on.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Facet(Vector3 Normal, Vector3 A, Vector3 B, Vector3 C, ushort Attributes);
}
