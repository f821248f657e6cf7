using System.Buffers.Binary;
using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>The numbers that a glTF accessor gives, wherever and however they lie in the one buffer of the file.</summary>
internal sealed class GltfValues(GltfDocument document, ScanFile file, long bufferStart, long bufferLength) : IAsyncDisposable
{
    private const long MostSparse = 1_000_000;
    private const long Most = 1_000_000_000;
    private const int MostStride = 4096;
    private const int PerRead = 4096;

    // As often as a file in a ZIP is unpacked, and what makes no difference. To begin reading anywhere costs a request.
    private const int MostTimes = 16;
    private const long FreeBytes = 16L << 20, PerOpening = 4 * 1024;

    // Each goes on from where it is: also where all positions lie behind all indices, a file is gone through once for either.
    private readonly Stream?[] contents = new Stream?[Enum.GetValues<Use>().Length];
    private readonly long mostBytes = (MostTimes * bufferLength) + FreeBytes;
    private long read, bytes;

    private delegate void Element(ReadOnlySpan<byte> bytes);

    private enum Use
    {
        Positions,
        Indices,
        SparsePlaces,
        SparseValues,
    }

    /// <summary>As many triangles as could be made of all that may be read.</summary>
    public long MostTriangles => Math.Min(Most, mostBytes / 3);

    public async Task ReadPositions(GltfAccessor accessor, Action<Vector3> take, CancellationToken cancellation)
    {
        var (type, isNormalized) = (accessor.ComponentType, accessor.Normalized ?? false);
        var size = accessor.Type == "VEC3" ? SizeOf(type) : throw Bad();
        await Read(Use.Positions, accessor, 3 * size, bytes => take(new(
            Number(bytes, type, isNormalized), Number(bytes[size..], type, isNormalized), Number(bytes[(2 * size)..], type, isNormalized))), cancellation);
    }

    /// <param name="pause">Asked after each: one may be a corner in very many places.</param>
    public Task ReadIndices(GltfAccessor accessor, Action<long> take, Func<CancellationToken, ValueTask> pause, CancellationToken cancellation) =>
        accessor.Type == "SCALAR"
            ? Read(Use.Indices, accessor, SizeOf(accessor.ComponentType), bytes => take(Whole(bytes, accessor.ComponentType)), cancellation, pause)
            : throw Bad();

    private async Task Read(
        Use use, GltfAccessor accessor, int size, Element take, CancellationToken cancellation, Func<CancellationToken, ValueTask>? pause = null)
    {
        CountElements(accessor.Count);
        var (places, values) = accessor.Sparse is { } sparse ? await ReadSparse(sparse, accessor.Count, size, cancellation) : ([], []);
        var view = accessor.BufferView is { } index ? document.View(index) : null;
        var stride = view?.ByteStride ?? size;
        if (stride < size || stride > MostStride)
            throw Bad();
        CountBytes(accessor.Count * stride);
        var content = view is null ? Stream.Null : Open(use, view, accessor.ByteOffset ?? 0, accessor.Count, stride, size);

        var buffer = new byte[Math.Min(PerRead, accessor.Count) * stride];
        var nextSparse = 0;
        for (long done = 0; done < accessor.Count;)
        {
            var count = (int)Math.Min(PerRead, accessor.Count - done);
            // Of the last element there is no more than itself.
            var length = done + count == accessor.Count ? ((count - 1) * stride) + size : count * stride;
            if (view is not null)
                await content.ReadExactlyAsync(buffer.AsMemory(0, length), cancellation);
            for (var i = 0; i < count; i++, done++)
            {
                take(nextSparse < places.Length && places[nextSparse] == done
                    ? values.AsSpan(nextSparse++ * size, size)
                    : buffer.AsSpan(i * stride, size));
                if (pause is not null)
                    await pause(cancellation);
            }
        }
    }

    /// <summary>Which elements have other values than those that lie in their row, and which: in rising order, as the standard has it.</summary>
    private async Task<(long[] Places, byte[] Values)> ReadSparse(GltfSparse sparse, long most, int size, CancellationToken cancellation)
    {
        if (sparse is not { Indices: { ComponentType: { } type } indices, Values: { } parts } || sparse.Count < 0 || sparse.Count > Math.Min(most, MostSparse))
            throw Bad();
        CountElements(sparse.Count);
        CountBytes(sparse.Count * size);
        var (count, placeSize) = ((int)sparse.Count, SizeOf(type));
        var places = await ReadPart(Use.SparsePlaces, indices, placeSize);
        return ([.. Enumerable.Range(0, count).Select(i => Whole(places.AsSpan(i * placeSize), type))], await ReadPart(Use.SparseValues, parts, size));

        async Task<byte[]> ReadPart(Use use, GltfSparsePart part, int each)
        {
            var content = Open(use, document.View(part.BufferView), part.ByteOffset ?? 0, count, each, each);
            var bytes = new byte[count * each];
            await content.ReadExactlyAsync(bytes, cancellation);
            return bytes;
        }
    }

    private void CountElements(long elements)
    {
        if (elements < 0 || elements > Most - read)
            throw new DamagedException(Damage.TooMuch.With(Most));
        read += elements;
    }

    /// <summary>Accessors may lie over each other, and a small file name very many of them.</summary>
    private void CountBytes(long more)
    {
        if ((bytes += Math.Max(more, PerOpening)) > mostBytes)
            throw new DamagedException(Damage.TooMuch.With(mostBytes));
    }

    private Stream Open(Use use, GltfView view, long offset, long count, int stride, int size)
    {
        var start = view.ByteOffset ?? 0;
        var length = count == 0 ? 0 : ((count - 1) * stride) + size;
        if (start < 0 || offset < 0 || view.ByteLength < 0 || length > view.ByteLength - offset || view.ByteLength > bufferLength - start)
            throw new DamagedException(Damage.OutsideBuffer.English);
        var (content, at) = (contents[(int)use], bufferStart + start + offset);
        if (content is null)
            return contents[(int)use] = file.OpenAt(at);
        content.Position = at;
        return content;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var content in contents.OfType<Stream>())
            await content.DisposeAsync();
    }

    private static int SizeOf(int componentType) => componentType switch
    {
        5120 or 5121 => 1,
        5122 or 5123 => 2,
        5125 or 5126 => 4,
        _ => throw Bad(),
    };

    private static long Whole(ReadOnlySpan<byte> bytes, int componentType) => componentType switch
    {
        5121 => bytes[0],
        5123 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        5125 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => throw Bad(),
    };

    /// <summary>What is normalized is a share of the largest of its type.</summary>
    private static float Number(ReadOnlySpan<byte> bytes, int componentType, bool isNormalized)
    {
        var (value, largest) = componentType switch
        {
            5120 => ((sbyte)bytes[0], sbyte.MaxValue),
            5121 => (bytes[0], byte.MaxValue),
            5122 => (BinaryPrimitives.ReadInt16LittleEndian(bytes), short.MaxValue),
            5123 => (BinaryPrimitives.ReadUInt16LittleEndian(bytes), ushort.MaxValue),
            5126 => (BinaryPrimitives.ReadSingleLittleEndian(bytes), 1f),
            _ => throw Bad(),
        };
        return isNormalized ? Math.Max(value / largest, -1) : value;
    }

    private static DamagedException Bad() => new(Damage.BadJson.English);
}
