using System.Globalization;

namespace WelWee3D.Formats;

/// <summary>
/// Whether a mesh can be a scanned body. A torso alone is taller than 200 mm, and nobody, arms raised or spread,
/// fills more than 2500 mm: what is outside was most likely saved in another unit than it is read in.
/// </summary>
public static class BodySize
{
    private const double Smallest = 200;
    private const double Largest = 2500;

    private static readonly Unit[] Units =
    [
        new("mm", "millimetres", 1),
        new("cm", "centimetres", 10),
        new("m", "metres", 1000),
        new("inch", "inches", 25.4),
    ];

    public static IReadOnlyList<string> Warnings(Bounds bounds, string unit)
    {
        var side = bounds.LargestSide();
        var read = Units.Single(known => known.Symbol == unit);
        if (read.Fits(side))
            return [];

        var warning = $"The largest side measures {Number(side)} {unit}; a body scanned in {read.Name} would measure "
            + $"{Number(Smallest / read.Millimetres)} to {Number(Largest / read.Millimetres)} {unit}.";
        var others = Units.Where(other => other.Fits(side)).Select(other => other.Name);
        return [others.Any() ? $"{warning} The file may be in {string.Join(" or ", others)}." : warning];
    }

    private static string Number(double value) =>
        value.ToString(value is 0 or (>= 0.001 and < 1e9) ? "0.###" : "G3", CultureInfo.InvariantCulture);

    private sealed record Unit(string Symbol, string Name, double Millimetres)
    {
        public bool Fits(double side) => side * Millimetres is >= Smallest and <= Largest;
    }
}
