using System.Text;

namespace WelWee3D.Formats;

/// <summary>One or more solids, each a list of facets of seven lines. Names and normals are ignored.</summary>
internal sealed class AsciiStlReader : IScanFormatReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public ScanFormat Format => ScanFormat.Stl;

    public bool Recognises(ReadOnlySpan<byte> head, long length)
    {
        var text = Encoding.Latin1.GetString(WithoutByteOrderMark(head)).TrimStart();
        return text.StartsWith("solid", StringComparison.OrdinalIgnoreCase)
            && char.IsWhiteSpace(text.ElementAtOrDefault("solid".Length))
            && (text.Contains("facet", StringComparison.OrdinalIgnoreCase)
                || text.Contains("endsolid", StringComparison.OrdinalIgnoreCase))
            && !text.Contains('\0');
    }

    public async Task<Mesh> Read(Stream content, CancellationToken cancellation)
    {
        var lines = new LineReader(content);
        var grammar = new Grammar();
        while (await lines.Next(cancellation))
        {
            var line = lines.Number == 1 ? WithoutByteOrderMark(lines.Line) : lines.Line;
            if (grammar.Accept(line) is { } damage)
                return Mesh.Damaged($"Line {lines.Number}: {damage}");
        }

        if (lines.IsTooLong)
            return Mesh.Damaged($"Line {lines.Number + 1} is longer than {LineReader.LongestLine / 1024} KiB.");
        if (!grammar.IsComplete)
            return Mesh.Damaged($"The file ends after line {lines.Number}, before the solid is complete.");

        return Mesh.Of(grammar.Triangles, vertices: 3 * grammar.Triangles, grammar.Bounds);
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> text) =>
        text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    /// <summary>Which word may begin the next line, and what the lines so far amount to.</summary>
    private sealed class Grammar
    {
        private static readonly string[] Facet = ["facet", "outer", "vertex", "vertex", "vertex", "endloop", "endfacet"];

        private bool inSolid;
        private int step;

        public long Triangles { get; private set; }

        public Bounds Bounds { get; private set; } = Bounds.Nothing;

        public bool IsComplete => !inSolid;

        /// <summary>What is wrong with the line, if anything.</summary>
        public string? Accept(ReadOnlySpan<byte> line)
        {
            var word = Words.Take(ref line);
            if (word.IsEmpty)
                return null;

            if (step == 0 && Ascii.EqualsIgnoreCase(word, inSolid ? "endsolid" : "solid"))
            {
                inSolid = !inSolid;
                return null;
            }

            var expected = inSolid ? Facet[step] : "solid";
            if (!inSolid || !Ascii.EqualsIgnoreCase(word, expected))
                return $"'{expected}' was expected.";
            if (expected == "vertex" && !Include(line))
                return "a vertex must be three finite numbers.";

            step = (step + 1) % Facet.Length;
            if (step == 0)
                Triangles++;
            return null;
        }

        private bool Include(ReadOnlySpan<byte> coordinates)
        {
            if (!Words.TryTakePoint(coordinates, out var point))
                return false;

            Bounds = Bounds.Including(point);
            return true;
        }
    }
}
