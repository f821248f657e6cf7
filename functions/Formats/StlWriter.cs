using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>
/// Triangles as binary STL, and nothing but them: the header is zeros, normals follow from the corners, and where others put
/// colours there are none. The same triangles and factor make the same bytes. They are collected until they are flushed.
/// </summary>
public sealed class StlWriter : IDisposable
{
    private const int HeaderSize = BinaryStlReader.HeaderSize;
    private const int FacetSize = BinaryStlReader.FacetSize;
    private const int PieceSize = 64 * 1024;

    private readonly Stream output;
    private readonly double factor;
    private readonly ArrayBufferWriter<byte> pending = new(PieceSize + FacetSize);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int hashed;

    /// <param name="triangles">How many will come: that stands before them.</param>
    /// <param name="factor">Every coordinate is multiplied by it.</param>
    public StlWriter(Stream output, uint triangles, double factor)
    {
        (this.output, this.factor) = (output, factor);
        var header = pending.GetSpan(HeaderSize)[..HeaderSize];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header[80..], triangles);
        pending.Advance(HeaderSize);
    }

    /// <summary>Whether so much waits that it is worth a write.</summary>
    public bool HasPiece => pending.WrittenCount >= PieceSize;

    public static long SizeOf(uint triangles) => HeaderSize + ((long)triangles * FacetSize);

    internal void Add(Vector3 a, Vector3 b, Vector3 c)
    {
        var facet = pending.GetSpan(FacetSize)[..FacetSize];
        WriteNormal(facet, a, b, c);
        WriteCorner(facet[12..], a);
        WriteCorner(facet[24..], b);
        WriteCorner(facet[36..], c);
        facet[48..].Clear();
        pending.Advance(FacetSize);
    }

    public async ValueTask Flush(CancellationToken cancellation)
    {
        Hash();
        await output.WriteAsync(pending.WrittenMemory, cancellation);
        pending.ResetWrittenCount();
        hashed = 0;
    }

    /// <summary>Of all so far, in lower-case hexadecimal; also of what is yet to be flushed.</summary>
    public string Sha256()
    {
        Hash();
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    public void Dispose() => hash.Dispose();

    private void Hash()
    {
        hash.AppendData(pending.WrittenSpan[hashed..]);
        hashed = pending.WrittenCount;
    }

    private void WriteCorner(Span<byte> to, Vector3 at) => Write(to, at.X * factor, at.Y * factor, at.Z * factor);

    /// <summary>By the right-hand rule, of length 1; zero where the triangle has no area.</summary>
    private static void WriteNormal(Span<byte> to, Vector3 a, Vector3 b, Vector3 c)
    {
        var (x, y, z) = Surface.Across(a, b, c);
        var length = Math.Sqrt((x * x) + (y * y) + (z * z));
        if (length == 0)
            to[..12].Clear();
        else
            Write(to, x / length, y / length, z / length);
    }

    private static void Write(Span<byte> to, double x, double y, double z)
    {
        BinaryPrimitives.WriteSingleLittleEndian(to, (float)x);
        BinaryPrimitives.WriteSingleLittleEndian(to[4..], (float)y);
        BinaryPrimitives.WriteSingleLittleEndian(to[8..], (float)z);
    }
}
