using WelWee3D.Storage;

namespace WelWee3D.Formats;

/// <summary>The box around a mesh, along its axes, in the unit of its file.</summary>
public readonly record struct Bounds([Personal(DataCategory.Body)] Point Min, [Personal(DataCategory.Body)] Point Max)
{
    /// <summary>The box to start from: including a first point makes it that point.</summary>
    internal static readonly Bounds Nothing = new(
        new Point(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity),
        new Point(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity));

    internal Bounds Including(Point point) => new(
        new Point(Math.Min(Min.X, point.X), Math.Min(Min.Y, point.Y), Math.Min(Min.Z, point.Z)),
        new Point(Math.Max(Max.X, point.X), Math.Max(Max.Y, point.Y), Math.Max(Max.Z, point.Z)));

    public double LargestSide() => Math.Max(Max.X - Min.X, Math.Max(Max.Y - Min.Y, Max.Z - Min.Z));
}
