using System.Text.RegularExpressions;

namespace WelWee3D.Retention.Published;

/// <summary>Which tile of a log is asked for, as C2SP's tlog-tiles writes it: <c>0/x001/067.p/5</c>.</summary>
/// <param name="Width">How many hashes it has.</param>
public sealed partial record TilePath(int Level, int Number, int Width)
{
    public const int Full = 256;

    private const int Bits = 8;
    private const int MostLevel = 3;

    /// <returns>Null for what is no address of a tile.</returns>
    public static TilePath? Read(string path)
    {
        if (Written().Match(path) is not { Success: true } read)
            return null;
        var level = int.Parse(read.Groups["level"].Value, CultureInfo.InvariantCulture);
        var number = int.Parse(read.Groups["number"].Value.Replace("/", "", StringComparison.Ordinal).Replace("x", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var width = read.Groups["width"] is { Success: true, Value: var partial } ? int.Parse(partial, CultureInfo.InvariantCulture) : Full;
        return level > MostLevel || width > Full || (width == Full && read.Groups["width"].Success) ? null : new(level, number, width);
    }

    /// <returns>Its hashes one after another; null where the log is not that long.</returns>
    public byte[]? Of(IReadOnlyList<byte[]> leaves)
    {
        var below = 1L << (Bits * Level);
        var first = (long)Number * Full;
        if ((first + Width) * below > leaves.Count)
            return null;
        return [.. Enumerable.Range(0, Width).SelectMany(at => HashTree.Root(leaves, (int)((first + at) * below), (int)below))];
    }

    // Groups of three digits, all but the last behind an x; none more than a log of that many could have.
    [GeneratedRegex(@"\A(?<level>0|[1-9]\d?)/(?<number>(?:x\d{3}/){0,2}\d{3})(?:\.p/(?<width>[1-9]\d{0,2}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
