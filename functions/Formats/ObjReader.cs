namespace WelWee3D.Formats;

/// <summary>Lines that each state one thing. What is not about positions and faces is passed over: groups, materials, colours.</summary>
internal sealed class ObjReader : IScanFormatReader
{
    public ScanFormat Format => ScanFormat.Obj;

    /// <summary>
    /// It has no mark of its own. In text of which every line states something that the format knows there must be a position
    /// or a face, which comments may put behind what is looked at.
    /// </summary>
    public bool Recognises(ReadOnlySpan<byte> head, long length)
    {
        if (head.ContainsAny((byte)0, (byte)0x1A))
            head = head[..^Padding.CountAtEnd(head)];
        if (head.Contains((byte)0))
            return false;
        var isWhole = head.Length == length;
        var lines = Encoding.Latin1.GetString(head).Split(['\n', '\r']);
        var words = lines[..(isWhole ? lines.Length : lines.Length - 1)].Select(FirstWord).Where(word => word.Length > 0).ToList();
        return words.Count > 0 && words.All(word => word[0] == '#' || ObjStatements.IsKnown(word))
            && (words.Any(word => word is "v" or "f") || !isWhole);
    }

    public async Task<Mesh> Read(Stream content, Surface surface, CancellationToken cancellation)
    {
        using var positions = new Positions();
        var statements = new ObjStatements(positions, surface);
        var window = new Window(content);
        do
        {
            await window.Fill(cancellation);
            var used = statements.Accept(window.Bytes, window.IsLast);
            if (used == 0 && window.IsFull)
                return Mesh.Damaged(Damage.LongLine.With(statements.Lines + 1, Window.Size / 1024));
            window.Skip(used);
            await surface.Flush(cancellation);
        }
        while (statements.Wrong is null && !(window.IsLast && window.Bytes.IsEmpty));

        return statements.Wrong is { } damage ? Mesh.Damaged(damage) : Mesh.Of(statements.Surface, positions.Count, statements.Warnings());
    }

    // A line that goes on from the one before begins with a number.
    private static string FirstWord(string line) =>
        line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var word, ..] && !"0123456789-+.\\".Contains(word[0]) ? word : "";
}
