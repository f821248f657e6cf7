namespace WelWee3D.Formats;

internal enum PlyEncoding
{
    Ascii, LittleEndian, BigEndian,
}

internal enum PlyType
{
    Int8, UInt8, Int16, UInt16, Int32, UInt32, Single, Double,
}

/// <param name="Count">The type of the count before a list; null where there is one value.</param>
internal sealed record PlyProperty(string Name, PlyType Type, PlyType? Count);

internal sealed record PlyElement(string Name, long Count, IReadOnlyList<PlyProperty> Properties)
{
    public int IndexOf(Func<PlyProperty, bool> match) => Properties.Select((each, at) => (each, at)).FirstOrDefault(pair => match(pair.each), (null!, -1)).Item2;
}

/// <summary>What a PLY file says of itself, in words, before its elements come.</summary>
internal sealed record PlyHeader(PlyEncoding Encoding, IReadOnlyList<PlyElement> Elements, int Length)
{
    private const int MostElements = 100;
    private const int MostProperties = 1000;

    private static readonly Dictionary<string, PlyType> Types = new()
    {
        ["char"] = PlyType.Int8, ["int8"] = PlyType.Int8, ["uchar"] = PlyType.UInt8, ["uint8"] = PlyType.UInt8,
        ["short"] = PlyType.Int16, ["int16"] = PlyType.Int16, ["ushort"] = PlyType.UInt16, ["uint16"] = PlyType.UInt16,
        ["int"] = PlyType.Int32, ["int32"] = PlyType.Int32, ["uint"] = PlyType.UInt32, ["uint32"] = PlyType.UInt32,
        ["float"] = PlyType.Single, ["float32"] = PlyType.Single, ["double"] = PlyType.Double, ["float64"] = PlyType.Double,
    };

    /// <returns>Null where the text is no header, or where that does not end in it.</returns>
    public static PlyHeader? Of(ReadOnlySpan<byte> text)
    {
        const string last = "end_header";
        var end = text.IndexOf("end_header"u8);
        var length = end + last.Length;
        if (end < 0 || length >= text.Length || !Blank.Is(text[length]))
            return null;
        // A line may end in \n, \r\n or \r.
        length += text[length] == '\r' && length + 1 < text.Length && text[length + 1] == '\n' ? 2 : 1;

        PlyEncoding? encoding = null;
        var elements = new List<(string Name, long Count, List<PlyProperty> Properties)>();
        foreach (var line in System.Text.Encoding.Latin1.GetString(text[..end]).Split('\r', '\n').Skip(1))
            switch (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                case [] or ["comment" or "obj_info", ..]:
                    break;
                case ["format", var name, ..]:
                    encoding = EncodingOf(name);
                    break;
                case ["element", var name, var count] when elements.Count < MostElements && TryCount(count, out var number):
                    elements.Add((name, number, []));
                    break;
                case ["property", "list", var count, var type, var name] when HasRoom(elements) && Types.ContainsKey(count) && Types.ContainsKey(type):
                    elements[^1].Properties.Add(new(name, Types[type], Types[count]));
                    break;
                case ["property", var type, var name] when HasRoom(elements) && Types.ContainsKey(type):
                    elements[^1].Properties.Add(new(name, Types[type], null));
                    break;
                default:
                    return null;
            }
        return encoding is { } known
            ? new(known, [.. elements.Select(each => new PlyElement(each.Name, each.Count, each.Properties))], length)
            : null;
    }

    private static PlyEncoding? EncodingOf(string name) => name switch
    {
        "ascii" => PlyEncoding.Ascii,
        "binary_little_endian" => PlyEncoding.LittleEndian,
        "binary_big_endian" => PlyEncoding.BigEndian,
        _ => null,
    };

    private static bool TryCount(string text, out long count) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private static bool HasRoom(List<(string, long, List<PlyProperty> Properties)> elements) =>
        elements.Count > 0 && elements[^1].Properties.Count < MostProperties;
}
