namespace WelWee3D.Retention;

/// <summary>A copy of a scan on a hard disk of the practice.</summary>
/// <param name="Disk">The label of the disk; of a copy from before disks were registered, whatever staff called it.</param>
/// <param name="DiskId">The disk in the register; null for a copy from before it.</param>
/// <param name="FileName">What the file was called when the copy was made, until it is confirmed: by that it is found on the disk.</param>
/// <param name="ScannedOn">The day of the scan, as known then, until it is confirmed.</param>
/// <param name="ConfirmedBy">The object id of who confirmed that it is destroyed; null before that was kept.</param>
public sealed record DiskCopy(
    [Pseudonymous] Id Id,
    [Operational] string Disk,
    [Operational] DateOnly MadeOn,
    [Operational] DateOnly? DestroyedOn = null,
    [Operational] Id? DiskId = null,
    [Personal(DataCategory.Identity)] string? FileName = null,
    [Personal(DataCategory.Body)] DateOnly? ScannedOn = null,
    [Pseudonymous] string? ConfirmedBy = null,
    [Operational] DateTimeOffset? ConfirmedAt = null)
{
    /// <summary>Of a file with this name and day. A copy that knows its own keeps them: those of the scan may have changed since.</summary>
    public DiskCopy Of(string fileName, DateOnly scannedOn) =>
        DestroyedOn is null && FileName is null ? this with { FileName = fileName, ScannedOn = scannedOn } : this;

    /// <summary>The first confirmation counts. What was to be wiped need not be known any longer.</summary>
    public DiskCopy Destroyed(DateOnly on, string confirmedBy, DateTimeOffset at) => DestroyedOn is not null ? this : this with
    {
        DestroyedOn = on, ConfirmedBy = confirmedBy, ConfirmedAt = at, FileName = null, ScannedOn = null,
    };

    /// <summary>
    /// What ledger and certificates call the disk, for ever. Free text may name somebody: the copy's id stands for it, by
    /// which its task tells staff the disk.
    /// </summary>
    public string LastingName() => DiskId is null ? Id.ToString() : Disk;
}
