namespace WelWee3D.Formats;

/// <summary>The box around a mesh, along its axes, in the unit of its file.</summary>
public readonly record struct Bounds([Personal(DataCategory.Body)] Point Min, [Personal(DataCategory.Body)] Point Max)
{
    public Bounds In(LengthUnit unit) => new(Min.Times(unit.Millimetres), Max.Times(unit.Millimetres));

    public double LargestSide() => Math.Max(Max.X - Min.X, Math.Max(Max.Y - Min.Y, Max.Z - Min.Z));
}
