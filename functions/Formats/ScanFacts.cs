namespace WelWee3D.Formats;

/// <summary>A file in the ZIP that a scan came in. Its name is nobody's business: scanners write names and dates there.</summary>
/// <param name="Kind">What its name ends in, such as <c>obj</c> or <c>jpg</c>.</param>
public sealed record ScanEntry(string Kind, long Bytes, string Sha256);

/// <summary>What the bytes of a scan say about it. Counts are 0 and bounds absent when it is rejected.</summary>
/// <param name="Sha256">Of the whole file, in lower-case hexadecimal.</param>
/// <param name="Bytes">As many as were read, whatever the caller expected.</param>
/// <param name="Format">Null when no reader recognised the file.</param>
/// <param name="Vertices">The vertex records of the file. STL shares none between triangles: always three for each.</param>
/// <param name="Unit">"mm" where the format names none.</param>
/// <param name="Rejected">Why this cannot be used, for staff; never quotes the file. Null when all is well.</param>
/// <param name="UnitFrom">Null, as all that follows, when it is rejected, or was read before this was told.</param>
/// <param name="Degenerate">Triangles without area.</param>
/// <param name="Volume">In cubic units of the file, as seen from its first corner. Negative where it is inside out.</param>
/// <param name="Closed">Whether each edge is used as often one way as the other: closed, and oriented consistently.</param>
/// <param name="Entries">The files of the ZIP that it came in; null where it came as it is.</param>
/// <param name="NonFinite">Triangles with a coordinate that is not a finite number; null when it was read before they were counted.</param>
public sealed record ScanFacts(
    [Pseudonymous] string Sha256,
    [Operational] long Bytes,
    [Operational] ScanFormat? Format,
    [Personal(DataCategory.Body)] long Triangles,
    [Personal(DataCategory.Body)] long Vertices,
    Bounds? Bounds,
    [Operational] string Unit,
    [Personal(DataCategory.Body)] IReadOnlyList<string> Warnings,
    [Operational] string? Rejected,
    [Operational] UnitSource? UnitFrom = null,
    [Personal(DataCategory.Body)] long? Degenerate = null,
    [Personal(DataCategory.Body)] double? Volume = null,
    [Personal(DataCategory.Body)] bool? Closed = null,
    [Operational] IReadOnlyList<ScanEntry>? Entries = null,
    [Personal(DataCategory.Body)] long? NonFinite = null)
{
    public string MediaType => Entries is { Count: > 0 } ? "application/zip" : Format.MediaType();

    /// <summary>Those that lie somewhere.</summary>
    public long FiniteTriangles => Triangles - (NonFinite ?? 0);

    public Bounds? BoundsInMillimetres => Bounds?.In(LengthUnit.Of(Unit));
}
