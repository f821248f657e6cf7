using System.Buffers.Binary;
using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>
/// glTF 2 in one file: a header, JSON that says what there is, and a buffer that holds it. Its unit is the metre. Nothing is
/// fetched from elsewhere.
/// </summary>
internal sealed class GlbReader : ISeekingFormatReader
{
    private const int HeaderSize = 20;
    private const int MostJson = 1024 * 1024;
    private const uint JsonChunk = 0x4E4F534A, BufferChunk = 0x004E4942;

    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("glTF"u8);

    public async Task<Mesh> Read(ScanFile file, Surface surface, CancellationToken cancellation)
    {
        try
        {
            return (await ReadScene(file, surface, cancellation)) with { Format = ScanFormat.Glb };
        }
        catch (DamagedException damaged)
        {
            return Mesh.Damaged(damaged.Message) with { Format = ScanFormat.Glb };
        }
        catch (JsonException)
        {
            return Mesh.Damaged(Damage.BadJson.English) with { Format = ScanFormat.Glb };
        }
    }

    private static async Task<Mesh> ReadScene(ScanFile file, Surface surface, CancellationToken cancellation)
    {
        if (file.Length < HeaderSize)
            return Mesh.Damaged(Damage.ShorterThanSaid.With(HeaderSize, file.Length));
        var header = await file.ReadAt(0, HeaderSize, cancellation);
        var (version, length, jsonLength) = (Number(header, 4), Number(header, 8), Number(header, 12));
        if (version != 2)
            return Mesh.Damaged(Damage.OtherGltf.With(version));
        if (length > file.Length)
            return Mesh.Damaged(Damage.ShorterThanSaid.With(length, file.Length));
        if (Number(header, 16) != JsonChunk || jsonLength > MostJson || HeaderSize + jsonLength > length)
            return Mesh.Damaged(Damage.BadJson.English);

        var document = GltfDocument.Of(await file.ReadAt(HeaderSize, (int)jsonLength, cancellation));
        document.RefuseOthers();
        var (start, bufferLength) = await FindBuffer(file, HeaderSize + jsonLength, length, cancellation);
        await using var values = new GltfValues(document, file, start, bufferLength);
        var vertices = await ReadMeshes(document, values, surface, cancellation);
        return Mesh.Of(
            surface, vertices, LengthUnit.Metre, UnitSource.Format, Padding.Warnings(file.Length - length, after: "the end that the file announces"));
    }

    private static async Task<(long Start, long Length)> FindBuffer(ScanFile file, long at, long end, CancellationToken cancellation)
    {
        if (at + 8 > end)
            return (at, 0);
        var chunk = await file.ReadAt(at, 8, cancellation);
        if (Number(chunk, 4) != BufferChunk)
            return (at, 0);
        return at + 8 + Number(chunk, 0) <= end ? (at + 8, Number(chunk, 0)) : throw new DamagedException(Damage.OutsideBuffer.English);
    }

    /// <summary>
    /// In the order in which they lie in the file, and positions that several primitives share once: to go back in a ZIP is to
    /// unpack it again.
    /// </summary>
    /// <returns>How many vertices there are.</returns>
    private static async Task<long> ReadMeshes(GltfDocument document, GltfValues values, Surface surface, CancellationToken cancellation)
    {
        long vertices = 0;
        foreach (var sharing in Primitives(document).GroupBy(each => each.Positions).OrderBy(each => document.StartOf(each.Key)))
        {
            using var positions = new Positions();
            var accessor = sharing.Key;
            if (accessor.Count > Positions.Most)
                throw new DamagedException(Damage.TooManyVertices.With(Positions.Most));
            await values.ReadPositions(accessor, positions.Add, cancellation);
            vertices += accessor.Count;
            foreach (var (primitive, _, places) in sharing.OrderBy(each => each.Primitive.Indices is { } indices ? document.StartOf(document.Accessor(indices)) : 0))
                await ReadTriangles(document, values, primitive, new(primitive.Mode ?? 4, places, positions, surface, values.MostTriangles), surface, accessor.Count, cancellation);
        }
        return vertices;
    }

    private static IEnumerable<(GltfPrimitive Primitive, GltfAccessor Positions, List<Matrix4x4> Places)> Primitives(GltfDocument document)
    {
        foreach (var (mesh, places) in GltfScenes.Places(document))
            foreach (var primitive in document.Mesh(mesh).Primitives ?? [])
                if (primitive.HasTriangles && primitive.Attributes?.TryGetValue("POSITION", out var positions) is true)
                {
                    primitive.RefuseCompressed();
                    yield return (primitive, document.Accessor(positions), places);
                }
    }

    private static async Task ReadTriangles(
        GltfDocument document, GltfValues values, GltfPrimitive primitive, PlacedTriangles triangles, Surface surface, long count, CancellationToken cancellation)
    {
        if (primitive.Indices is { } indices)
            await values.ReadIndices(document.Accessor(indices), triangles.Add, surface.Flush, cancellation);
        else
            for (long corner = 0; corner < count; corner++)
            {
                triangles.Add(corner);
                await surface.Flush(cancellation);
            }
    }

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
