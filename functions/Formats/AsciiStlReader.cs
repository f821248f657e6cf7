namespace WelWee3D.Formats;

/// <summary>One or more solids, each a list of facets. Names and normals are ignored.</summary>
internal sealed class AsciiStlReader : IScanFormatReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public ScanFormat Format => ScanFormat.Stl;

    /// <summary>Its first word, and a facet, which a long name may put behind what is looked at.</summary>
    public bool Recognises(ReadOnlySpan<byte> head, long length)
    {
        var text = Encoding.Latin1.GetString(WithoutByteOrderMark(head)).TrimStart().TrimEnd("\0\x1A \t\r\n".ToCharArray());
        return text.StartsWith("solid", StringComparison.OrdinalIgnoreCase)
            && char.IsWhiteSpace(text.ElementAtOrDefault("solid".Length))
            && (text.Contains("facet", StringComparison.OrdinalIgnoreCase)
                || text.Contains("endsolid", StringComparison.OrdinalIgnoreCase)
                || head.Length < length)
            && !text.Contains('\0');
    }

    public async Task<Mesh> Read(Stream content, Surface surface, CancellationToken cancellation)
    {
        var window = new Window(content);
        var grammar = new AsciiStlGrammar(surface);
        await window.Fill(cancellation);
        if (window.Bytes.StartsWith(ByteOrderMark))
            window.Skip(ByteOrderMark.Length);
        while (grammar.Wrong is null && !window.Bytes.IsEmpty)
        {
            var text = window.WholeWords;
            grammar.Accept(text);
            window.Skip(text.Length);
            await surface.Flush(cancellation);
            await window.Fill(cancellation);
        }

        return grammar.WrongAtEnd is { } damage
            ? Mesh.Damaged(damage)
            : Mesh.Of(
                grammar.Surface, vertices: 3 * grammar.Surface.Triangles, Padding.Warnings(grammar.PaddingBytes, after: "the last solid"));
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> text) =>
        text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;
}
