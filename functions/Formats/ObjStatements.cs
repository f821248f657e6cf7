using System.Buffers;
using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>What the statements of an OBJ file so far amount to.</summary>
internal sealed class ObjStatements(Positions positions, Surface surface)
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private static readonly HashSet<string> Known =
    [
        "v", "vt", "vn", "vp", "f", "fo", "l", "p", "o", "g", "s", "mg", "mtllib", "usemtl", "maplib", "usemap", "cstype", "deg", "bmat", "step",
        "curv", "curv2", "surf", "parm", "trim", "hole", "scrv", "sp", "end", "con", "bevel", "c_interp", "d_interp", "lod", "shadow_obj", "trace_obj",
        "ctech", "stech", "call", "csh",
    ];

    private readonly Faces faces = new(positions, surface);
    private long unknownLines;
    private bool wasCarriageReturn;

    public Surface Surface => faces.Surface;

    public long Lines { get; private set; }

    public string? Wrong { get; private set; }

    public static bool IsKnown(string word) => Known.Contains(word);

    /// <remarks>Whether the file was cut off cannot be told: nothing in it says how much there is.</remarks>
    public IReadOnlyList<string> Warnings() => unknownLines == 0
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"Lines that state nothing the format knows: {unknownLines}.")];

    /// <summary>Goes through whole lines, up to the first that is wrong.</summary>
    /// <returns>How many bytes they took.</returns>
    public int Accept(ReadOnlySpan<byte> text, bool isLast)
    {
        var used = 0;
        while (Wrong is null && used < text.Length)
        {
            var rest = text[used..];
            if (!wasCarriageReturn && AcceptPlain(rest) is > 0 and var plain)
            {
                Lines++;
                used += plain;
                continue;
            }
            var length = LineLength(rest);
            if (length < 0 && !isLast)
                break;
            var end = length < 0 ? (byte)'\n' : rest[length];
            if (end == '\r' || !wasCarriageReturn)
                Lines++;
            wasCarriageReturn = end == '\r';
            AcceptLine(length < 0 ? rest : rest[..length]);
            used += length < 0 ? rest.Length : length + 1;
        }
        return used;
    }

    /// <returns>How many bytes the line took, if it is one of those that nearly all are.</returns>
    private int AcceptPlain(ReadOnlySpan<byte> text)
    {
        if (PlainObjLines.Position(text, out var position) is > 0 and var end && positions.Count < Positions.Most)
        {
            positions.Add(position);
            return end;
        }
        Span<long> corners = stackalloc long[PlainObjLines.MostCorners];
        end = PlainObjLines.Face(text, positions.Count, corners, out var count);
        if (end > 0)
            AddFace(corners[..count]);
        return end;
    }

    private void AddFace(ReadOnlySpan<long> corners)
    {
        faces.Begin();
        foreach (var corner in corners)
            faces.Add(corner);
    }

    /// <summary>Up to its end, which is not after a backslash; less than 0 where that has not come yet.</summary>
    private static int LineLength(ReadOnlySpan<byte> text)
    {
        for (var from = 0; text[from..].IndexOfAny(LineEnds) is >= 0 and var next;)
        {
            var at = from + next;
            if (at == 0 || text[at - 1] != '\\')
                return at;
            if (at + 1 == text.Length)
                return -1;
            from = at + (text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1);
        }
        return -1;
    }

    private void AcceptLine(ReadOnlySpan<byte> line)
    {
        var word = Blank.TakeWord(ref line);
        if (word is [(byte)'v'])
            Position(line);
        else if (word is [(byte)'f'] or [(byte)'f', (byte)'o'])
            Face(line);
        else if (!word.IsEmpty && word is not ([(byte)'v', _] or [(byte)'#', ..]) && !Known.Contains(Encoding.Latin1.GetString(word)))
            Unknown(word);
    }

    private void Unknown(ReadOnlySpan<byte> word)
    {
        if (Padding.CountAtEnd(word) < word.Length)
            unknownLines++;
    }

    /// <summary>What follows the three numbers is a weight, or a colour.</summary>
    private void Position(ReadOnlySpan<byte> line)
    {
        if (!Decimals.TryParse(Word(ref line), out var x) || !Decimals.TryParse(Word(ref line), out var y) || !Decimals.TryParse(Word(ref line), out var z))
            Wrong = Damage.NoVertex.With(Lines);
        else if (positions.Count == Positions.Most)
            Wrong = Damage.TooManyVertices.With(Positions.Most);
        else
            positions.Add(new Vector3(x, y, z));
    }

    private void Face(ReadOnlySpan<byte> line)
    {
        faces.Begin();
        for (var word = Word(ref line); Wrong is null && !word.IsEmpty && word[0] != '#'; word = Word(ref line))
            if (TryTakeIndex(word, out var index))
                faces.Add(index);
            else
                Wrong = Damage.NoCorner.With(Lines);
    }

    /// <summary>A backslash that joins two lines stands for a blank.</summary>
    private static ReadOnlySpan<byte> Word(ref ReadOnlySpan<byte> line)
    {
        var word = Blank.TakeWord(ref line);
        if (!word.IsEmpty && word[^1] == '\\')
            return word.Length == 1 ? Word(ref line) : word[..^1];
        return word;
    }

    /// <summary>A corner such as 7, 7/1, 7//3 or 7/1/3: from 1, or from the newest position backwards where it is negative.</summary>
    private bool TryTakeIndex(ReadOnlySpan<byte> word, out long index)
    {
        var at = word[0] == '-' ? 1 : 0;
        var start = at;
        index = 0;
        for (; at < word.Length && (uint)(word[at] - '0') is var digit and <= 9 && index <= Positions.Most; at++)
            index = index * 10 + digit;
        if (at == start || (at < word.Length && word[at] != '/') || index == 0 || index > positions.Count)
            return false;
        index = start == 1 ? positions.Count - index : index - 1;
        return true;
    }
}
