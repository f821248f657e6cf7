namespace WelWee3D.Formats;

/// <summary>
/// Whether a mesh can be a scanned body. A torso alone is taller than 200 mm, and nobody, arms raised or spread,
/// fills more than 2500 mm: what is outside was most likely saved in another unit than it is read in. No body, and no torso of
/// one, has less than a litre or more than 400.
/// </summary>
public static class BodySize
{
    private const double Smallest = 200;
    private const double Largest = 2500;
    private const double CubicMillimetresPerLitre = 1e6;

    public static IReadOnlyList<string> Warnings(Bounds bounds, string unit)
    {
        var side = bounds.LargestSide();
        var read = LengthUnit.Of(unit);
        if (Fits(side, read))
            return [];

        var warning = $"The largest side measures {Number(side)} {unit}; a body scanned in {read.Name} would measure "
            + $"{Number(Smallest / read.Millimetres)} to {Number(Largest / read.Millimetres)} {unit}.";
        var others = LengthUnit.Usual.Where(other => Fits(side, other)).Select(other => other.Name);
        return [others.Any() ? $"{warning} The file may be in {string.Join(" or ", others)}." : warning];
    }

    /// <summary>About what a closed surface encloses, where its size is that of a body.</summary>
    public static IReadOnlyList<string> VolumeWarnings(double volume, Bounds bounds, string unit)
    {
        var litres = Math.Abs(volume) * Math.Pow(LengthUnit.Of(unit).Millimetres, 3) / CubicMillimetresPerLitre;
        return !Fits(bounds.LargestSide(), LengthUnit.Of(unit)) || litres is >= 1 and <= 400
            ? []
            : [$"It encloses {Number(litres)} litres; a body has 1 to 400."];
    }

    private static bool Fits(double side, LengthUnit unit) => side * unit.Millimetres is >= Smallest and <= Largest;

    private static string Number(double value) =>
        value.ToString(value is 0 or (>= 0.001 and < 1e9) ? "0.###" : "G3", CultureInfo.InvariantCulture);
}
