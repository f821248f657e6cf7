namespace WelWee3D.Formats;

/// <summary>
/// A ZIP: 3MF, or what scanner apps send: one mesh, and beside it its materials and pictures. The bytes of a file in it decide
/// what it is; its name is never followed.
/// </summary>
internal sealed class ZipReader : ISeekingFormatReader
{
    private const int MostToldEntries = 100;
    private const int LongestKind = 5;
    private const int MostTimes = 16;
    private const long FreeBytes = 256L << 20;

    public bool Recognises(ReadOnlySpan<byte> head) => IsZip(head);

    public async Task<Mesh> Read(ScanFile file, Surface surface, CancellationToken cancellation)
    {
        ScanFormat? format = null;
        try
        {
            var entries = (await ZipDirectory.Read(file, cancellation)).Where(entry => !entry.IsFolder).ToList();
            if (!ThreeMfPackage.Is(entries))
                return await ReadOne(file, entries, surface, cancellation);
            format = ScanFormat.ThreeMf;
            return (await new ThreeMfPackage(file, entries).Read(surface, cancellation)) with { Format = format };
        }
        catch (DamagedException damaged)
        {
            return Mesh.Damaged(damaged.Message) with { Format = format };
        }
    }

    private static async Task<Mesh> ReadOne(ScanFile file, List<ZipEntry> entries, Surface surface, CancellationToken cancellation)
    {
        if (entries.Count > MostToldEntries)
            throw new DamagedException(Damage.ManyEntries.With(MostToldEntries));
        Mesh? found = null;
        var isNested = false;
        var told = new List<ScanEntry>();
        foreach (var entry in entries)
        {
            await using var content = new HashingStream(new ZipContent(file, entry));
            var head = await content.Peek(ScanReading.HeadSize, cancellation);
            isNested |= IsZip(head.Span);
            if (await ReadMesh(file, entry, content, head, surface, cancellation) is { } mesh)
                found = found is null ? mesh : throw new DamagedException(Damage.ManyMeshes.English);
            await content.Drain(cancellation);
            told.Add(new(KindOf(entry.Name), content.Bytes, await content.Sha256()));
        }
        return (found ?? throw new DamagedException((isNested ? Damage.NestedZip : Damage.NoMesh).English)) with { Entries = told };
    }

    /// <returns>Null where the file is in no 3D format.</returns>
    private static async Task<Mesh?> ReadMesh(
        ScanFile file, ZipEntry entry, HashingStream content, ReadOnlyMemory<byte> head, Surface surface, CancellationToken cancellation)
    {
        if (ScanFormatReaders.All.FirstOrDefault(each => each.Recognises(head.Span, entry.Bytes)) is { } reader)
            return (await reader.Read(content, surface, cancellation)) with { Format = reader.Format };
        var glb = new GlbReader();
        return glb.Recognises(head.Span) ? await glb.Read(AnyPlaceOf(file, entry), surface, cancellation) : null;
    }

    /// <summary>Its numbers may lie in any order, but not so that a small file is unpacked for ever.</summary>
    private static ScanFile AnyPlaceOf(ScanFile file, ZipEntry entry)
    {
        var (most, all) = ((MostTimes * entry.Bytes) + FreeBytes, 0L);
        return new(() => new ZipContent(file, entry, Count), entry.Bytes);

        void Count(long unpacked)
        {
            if ((all += unpacked) > most)
                throw new DamagedException(Damage.TooMuch.With(most));
        }
    }

    private static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);

    private static string KindOf(string name)
    {
        var kind = name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return kind.Length <= LongestKind && kind.All(char.IsAsciiLetterOrDigit) ? kind : "";
    }
}
