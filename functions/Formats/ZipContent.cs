using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace WelWee3D.Formats;

/// <summary>
/// The bytes of a file in a ZIP, no more, no fewer and no others than its directory says. A bomb is refused before it goes off, by what
/// it says of itself. To go back is to unpack it once more.
/// </summary>
/// <param name="told">Is told how much was, also of what is only passed over.</param>
internal sealed class ZipContent(ScanFile file, ZipEntry entry, Action<long>? told = null) : InputStream
{
    private const int HeaderSize = 30;
    private const uint HeaderMark = 0x04034B50;
    private const int MostRatio = 200, FreeBytes = 1024 * 1024;
    private const ushort Stored = 0, Deflated = 8, Encrypted = 1;

    private readonly Crc32 checksum = new();
    private Stream? packed, unpacked;
    private long unpackedTo;

    public override bool CanSeek => true;
    public override long Length => entry.Bytes;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= entry.Bytes || buffer.IsEmpty)
            return 0;
        try
        {
            if (unpacked is null || unpackedTo > Position)
                await Open(cancellationToken);
            var skipped = new byte[Math.Min(Position - unpackedTo, 64 * 1024)];
            while (unpackedTo < Position)
                await Take(skipped.AsMemory(0, (int)Math.Min(skipped.Length, Position - unpackedTo)), cancellationToken);
            var read = await Take(buffer.Length > entry.Bytes - Position ? buffer[..(int)(entry.Bytes - Position)] : buffer, cancellationToken);
            Position += read;
            return read;
        }
        catch (InvalidDataException)
        {
            throw Bad();
        }
    }

    private async ValueTask<int> Take(Memory<byte> buffer, CancellationToken cancellation)
    {
        var read = await unpacked!.ReadAsync(buffer, cancellation);
        unpackedTo += read > 0 ? read : throw Bad();
        told?.Invoke(read);
        checksum.Append(buffer.Span[..read]);
        return unpackedTo < entry.Bytes || checksum.GetCurrentHashAsUInt32() == entry.Crc32 ? read : throw new DamagedException(Damage.BadChecksum.English);
    }

    private async Task Open(CancellationToken cancellation)
    {
        await End();
        if ((entry.Flags & Encrypted) != 0 || entry.Method is not (Stored or Deflated))
            throw new DamagedException(Damage.OtherZip.English);
        if (entry.Bytes > FreeBytes + (entry.PackedBytes * MostRatio))
            throw new DamagedException(Damage.Bomb.With(MostRatio));
        if (entry.HeaderAt > file.Length - HeaderSize || (entry.Method == Stored && entry.Bytes != entry.PackedBytes))
            throw Bad();
        var header = await file.ReadAt(entry.HeaderAt, HeaderSize, cancellation);
        var start = entry.HeaderAt + HeaderSize + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != HeaderMark || start > file.Length - entry.PackedBytes)
            throw Bad();
        packed = file.OpenAt(start);
        unpacked = entry.Method == Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
        unpackedTo = 0;
        checksum.Reset();
    }

    private async Task End()
    {
        if (unpacked is not null)
            await unpacked.DisposeAsync();
        if (packed is not null)
            await packed.DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await End();
        await base.DisposeAsync();
    }

    private static DamagedException Bad() => new(Damage.BadZip.English);
}
