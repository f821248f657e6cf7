namespace WelWee3D.Formats;

/// <summary>A header that tells which elements follow, and then their rows: as words, or as bytes of either order.</summary>
internal sealed class PlyReader : IScanFormatReader
{
    public ScanFormat Format => ScanFormat.Ply;

    public bool Recognises(ReadOnlySpan<byte> head, long length) =>
        head.Length > 4 && head[..3].SequenceEqual("ply"u8) && head[3] is (byte)'\n' or (byte)'\r' or (byte)' ';

    public async Task<Mesh> Read(Stream content, Surface surface, CancellationToken cancellation)
    {
        var window = new Window(content);
        await window.Fill(cancellation);
        if (PlyHeader.Of(window.Bytes) is not { } header)
            return Mesh.Damaged(Damage.NoHeader.English);
        window.Skip(header.Length);

        using var positions = new Positions();
        var faces = new Faces(positions, surface);
        foreach (var element in header.Elements)
        {
            var rows = new PlyRows(header.Encoding, element, positions, faces);
            if (await ReadRows(window, rows, surface, cancellation) is { } damage)
                return Mesh.Damaged(damage);
        }
        return Mesh.Of(faces.Surface, positions.Count, Padding.Warnings(await CountRest(window, header.Encoding, cancellation), after: "the last element"));
    }

    private static async Task<string?> ReadRows(Window window, PlyRows rows, Surface surface, CancellationToken cancellation)
    {
        while (rows.Left > 0)
        {
            window.Skip(rows.Accept(window, out var isCut));
            await surface.Flush(cancellation);
            if (rows.Wrong is not null)
                return rows.Wrong;
            if (!isCut)
                continue;
            if (window.IsFull)
                return Damage.LongRow.With(rows.Done + 1, Window.Size / 1024);
            if (window.IsLast)
                return Damage.EndsInElement.With(rows.Done + 1, rows.Done + rows.Left);
            await window.Fill(cancellation);
        }
        return null;
    }

    /// <summary>White space behind words is none of the rest.</summary>
    private static async Task<long> CountRest(Window window, PlyEncoding encoding, CancellationToken cancellation)
    {
        long rest = 0;
        while (true)
        {
            rest += encoding == PlyEncoding.Ascii ? CountOtherThanBlank(window.Bytes) : window.Bytes.Length;
            window.Skip(window.Bytes.Length);
            if (window.IsLast)
                return rest;
            await window.Fill(cancellation);
        }
    }

    private static int CountOtherThanBlank(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var sign in text)
            count += Blank.Is(sign) ? 0 : 1;
        return count;
    }
}
