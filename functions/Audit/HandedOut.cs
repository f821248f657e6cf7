namespace WelWee3D.Audit;

/// <summary>By what scans leave the app among others, as it is written down with each of them.</summary>
public sealed record HandedOut(string Action, int Outcome)
{
    public static readonly HandedOut Package = new("POST subjects/export", StatusCodes.Status201Created);
    public static readonly HandedOut TakeOut = new("GET takeout", StatusCodes.Status200OK);
}
