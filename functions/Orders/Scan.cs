using WelWee3D.Formats;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>One 3D file of a body, as its order knows it.</summary>
public sealed record Scan
{
    [Pseudonymous]
    public required Id Id { get; init; }

    /// <summary>The name that the file had on the machine it came from. Personal data: it lives here only.</summary>
    [Personal(DataCategory.Identity)]
    public required string FileName { get; init; }

    /// <summary>The blob's name within the order's folder.</summary>
    [Pseudonymous]
    public required string BlobName { get; init; }

    [Personal(DataCategory.Body)]
    public required DateOnly ScannedOn { get; init; }

    [Operational]
    public required long Bytes { get; init; }

    /// <summary>What the file turned out to hold; null until it has been read.</summary>
    public ScanFacts? Facts { get; init; }

    public IReadOnlyList<DiskCopy> Copies { get; init; } = [];

    /// <summary>Set once its destruction has begun: nothing can extend its deadline any more.</summary>
    [Operational]
    public bool Destroying { get; init; }
}
