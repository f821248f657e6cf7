using System.Buffers.Binary;

namespace WelWee3D.Formats;

/// <summary>The values of a PLY file one by one, as words or as bytes of either order.</summary>
internal static class PlyValues
{
    /// <summary>
    /// Takes one value from what is there. False where it is not whole. A word that is no number, or no whole number where the
    /// type is one, is NaN; one that says so itself is infinite.
    /// </summary>
    public static bool TryTake(PlyEncoding encoding, PlyType type, ref ReadOnlySpan<byte> bytes, out double value) =>
        encoding == PlyEncoding.Ascii ? TryTakeWord(type, ref bytes, out value) : TryTakeBytes(encoding == PlyEncoding.BigEndian, type, ref bytes, out value);

    public static int Size(PlyType type) => type switch
    {
        PlyType.Int8 or PlyType.UInt8 => 1,
        PlyType.Int16 or PlyType.UInt16 => 2,
        PlyType.Double => 8,
        _ => 4,
    };

    private static bool TryTakeWord(PlyType type, ref ReadOnlySpan<byte> text, out double value)
    {
        if (TryTakePlain(type, ref text, out value))
            return true;
        var word = Blank.TakeWord(ref text);
        value = double.NaN;
        if (word.IsEmpty)
            return false;
        if (type is PlyType.Single or PlyType.Double)
            value = !Decimals.TryParse(word, out var number) ? double.NaN : float.IsFinite(number) ? number : double.PositiveInfinity;
        else if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            value = whole;
        return true;
    }

    /// <summary>A number as nearly all are.</summary>
    private static bool TryTakePlain(PlyType type, ref ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var at = 0;
        while (at < text.Length && Blank.Is(text[at]))
            at++;
        if (type is PlyType.Single or PlyType.Double)
        {
            if (!PlainNumbers.TryTake(text, ref at, out var number))
                return false;
            value = number;
        }
        else
        {
            if (!PlainNumbers.TryTakeWhole(text, ref at, out var whole) || !Blank.Is(text[at]))
                return false;
            value = whole;
        }
        text = text[at..];
        return true;
    }

    private static bool TryTakeBytes(bool isBig, PlyType type, ref ReadOnlySpan<byte> bytes, out double value)
    {
        value = 0;
        if (bytes.Length < Size(type))
            return false;
        value = type switch
        {
            PlyType.Int8 => (sbyte)bytes[0],
            PlyType.UInt8 => bytes[0],
            PlyType.Int16 => isBig ? BinaryPrimitives.ReadInt16BigEndian(bytes) : BinaryPrimitives.ReadInt16LittleEndian(bytes),
            PlyType.UInt16 => isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            PlyType.Int32 => isBig ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes),
            PlyType.UInt32 => isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            PlyType.Single => isBig ? BinaryPrimitives.ReadSingleBigEndian(bytes) : BinaryPrimitives.ReadSingleLittleEndian(bytes),
            _ => isBig ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        };
        bytes = bytes[Size(type)..];
        return true;
    }
}
