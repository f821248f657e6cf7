using System.Buffers.Binary;

namespace WelWee3D.Formats;

/// <summary>A file in a ZIP. Its name is what the archive says, and no path.</summary>
internal sealed record ZipEntry(string Name, ushort Flags, ushort Method, uint Crc32, long PackedBytes, long Bytes, long HeaderAt)
{
    public bool IsFolder => Name.EndsWith('/');
}

/// <summary>What a ZIP says at its end of the files in it: that counts, wherever copies of it stand before.</summary>
internal static class ZipDirectory
{
    public const int MostEntries = 1000;
    private const int MostBytes = 1024 * 1024;
    private const long MostUnpacked = 16L << 30;
    private const int EndSize = 22, Zip64EndSize = 56, LocatorSize = 20, EntrySize = 46;
    private const uint EndMark = 0x06054B50, Zip64EndMark = 0x06064B50, LocatorMark = 0x07064B50, EntryMark = 0x02014B50;

    public static async Task<IReadOnlyList<ZipEntry>> Read(ScanFile file, CancellationToken cancellation)
    {
        var tailSize = (int)Math.Min(file.Length, EndSize + ushort.MaxValue);
        var tail = await file.ReadAt(file.Length - tailSize, tailSize, cancellation);
        var end = FindEnd(tail);
        var (count, size, at) = ((long)U16(tail, end + 10), (long)U32(tail, end + 12), (long)U32(tail, end + 16));
        if (count == ushort.MaxValue || size == uint.MaxValue || at == uint.MaxValue)
            (count, size, at) = await ReadZip64(file, file.Length - tailSize + end, cancellation);
        if (count > MostEntries || size > MostBytes)
            throw new DamagedException(Damage.ManyEntries.With(MostEntries));
        if (at < 0 || size < 0 || at > file.Length - size)
            throw new DamagedException(Damage.BadZip.English);
        var entries = Entries(await file.ReadAt(at, (int)size, cancellation), (int)count, file.Length);
        // Files that lie over each other are one bomb for each.
        if (entries.Sum(entry => entry.PackedBytes) > file.Length)
            throw new DamagedException(Damage.BadZip.English);
        return entries.Sum(entry => Math.Min(entry.Bytes, MostUnpacked + 1)) > MostUnpacked
            ? throw new DamagedException(Damage.LargeZip.With(MostUnpacked >> 30))
            : entries;
    }

    /// <summary>The last mark after which there is as much as it says.</summary>
    private static int FindEnd(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.Length - EndSize; at >= 0; at--)
            if (U32(tail, at) == EndMark && at + EndSize + U16(tail, at + 20) <= tail.Length)
                return at;
        throw new DamagedException(Damage.BadZip.English);
    }

    private static async Task<(long Count, long Size, long At)> ReadZip64(ScanFile file, long end, CancellationToken cancellation)
    {
        if (end < LocatorSize)
            throw new DamagedException(Damage.BadZip.English);
        var locator = await file.ReadAt(end - LocatorSize, LocatorSize, cancellation);
        var at = I64(locator, 8);
        if (U32(locator, 0) != LocatorMark || at < 0 || at > file.Length - Zip64EndSize)
            throw new DamagedException(Damage.BadZip.English);
        var record = await file.ReadAt(at, Zip64EndSize, cancellation);
        return U32(record, 0) == Zip64EndMark ? (I64(record, 32), I64(record, 40), I64(record, 48)) : throw new DamagedException(Damage.BadZip.English);
    }

    private static List<ZipEntry> Entries(ReadOnlySpan<byte> directory, int count, long length)
    {
        var entries = new List<ZipEntry>();
        while (entries.Count < count)
        {
            if (directory.Length < EntrySize || U32(directory, 0) != EntryMark)
                throw new DamagedException(Damage.BadZip.English);
            int nameSize = U16(directory, 28), extraSize = U16(directory, 30), commentSize = U16(directory, 32);
            if (directory.Length < EntrySize + nameSize + extraSize + commentSize)
                throw new DamagedException(Damage.BadZip.English);
            var entry = new ZipEntry(
                Encoding.UTF8.GetString(directory.Slice(EntrySize, nameSize)), U16(directory, 8), U16(directory, 10),
                U32(directory, 16), U32(directory, 20), U32(directory, 24), U32(directory, 42));
            entry = WithZip64(entry, directory.Slice(EntrySize + nameSize, extraSize));
            if (entry.PackedBytes < 0 || entry.Bytes < 0 || entry.HeaderAt < 0 || entry.HeaderAt > length - entry.PackedBytes)
                throw new DamagedException(Damage.BadZip.English);
            entries.Add(entry);
            directory = directory[(EntrySize + nameSize + extraSize + commentSize)..];
        }
        return entries;
    }

    /// <summary>What does not fit in 32 bits stands behind the name, in this order, as far as it does not.</summary>
    private static ZipEntry WithZip64(ZipEntry entry, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int kind = U16(extra, 0), size = U16(extra, 2);
            if (extra.Length < 4 + size)
                break;
            var field = extra.Slice(4, size);
            extra = extra[(4 + size)..];
            if (kind != 1)
                continue;
            var at = 0;
            entry = entry with { Bytes = Wide(entry.Bytes, field, ref at) };
            entry = entry with { PackedBytes = Wide(entry.PackedBytes, field, ref at) };
            entry = entry with { HeaderAt = Wide(entry.HeaderAt, field, ref at) };
        }
        return entry;
    }

    private static long Wide(long value, ReadOnlySpan<byte> field, ref int at)
    {
        if (value != uint.MaxValue || field.Length < at + 8)
            return value;
        at += 8;
        return I64(field, at - 8);
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
