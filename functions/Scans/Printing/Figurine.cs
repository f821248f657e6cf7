using WelWee3D.Formats;

namespace WelWee3D.Scans.Printing;

/// <summary>
/// What is made of a scan at a height. A body stands, or lies, along an axis: the longest side of the scan becomes the height.
/// It does not depend on the unit of the file.
/// </summary>
/// <param name="Factor">Millimetres of the figurine for each unit of the file.</param>
/// <param name="Size">Its sides, in millimetres.</param>
public sealed record Figurine(double Factor, Point Size)
{
    private const double CubicMillimetresPerCubicCentimetre = 1000;

    /// <returns>Null for a scan that has no size.</returns>
    public static Figurine? Of(ScanFacts facts, int heightInMillimetres)
    {
        if (facts.Bounds is not { } bounds || bounds.LargestSide() is not (> 0 and var longest))
            return null;
        var factor = heightInMillimetres / longest;
        return new(factor, new(Side(bounds.Min.X, bounds.Max.X), Side(bounds.Min.Y, bounds.Max.Y), Side(bounds.Min.Z, bounds.Max.Z)));

        // To the micron: the longest side is the height exactly.
        double Side(double min, double max) => Math.Round((max - min) * factor, 3);
    }

    /// <summary>What a printer needs for it, in whole tenths of a gram. It is printed solid.</summary>
    /// <returns>Null for a surface that does not tell what it encloses: one that is open, or inside out.</returns>
    public double? Grams(ScanFacts facts, Printer printer) => facts is { Closed: true, Volume: > 0 and var volume }
        ? Math.Round(
            volume * Math.Pow(Factor, 3) / CubicMillimetresPerCubicCentimetre * printer.GramsPerCubicCentimetre, 1, MidpointRounding.AwayFromZero)
        : null;

    /// <summary>Whether it fits in the box of a printer in any turn along the axes.</summary>
    public bool Fits(Printer printer)
    {
        double[] sides = [.. new[] { Size.X, Size.Y, Size.Z }.Order()];
        double[] box = [.. new[] { printer.Width, printer.Depth, printer.Height }.Order()];
        return sides.Zip(box).All(each => each.First <= each.Second);
    }
}
