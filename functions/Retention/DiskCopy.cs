using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>A copy of a scan on a hard disk of the practice.</summary>
/// <param name="Disk">The label of the disk; of a copy from before disks were registered, whatever staff called it.</param>
/// <param name="DiskId">The disk in the register; null for a copy from before it.</param>
public sealed record DiskCopy(
    [Pseudonymous] Id Id,
    [Operational] string Disk,
    [Operational] DateOnly MadeOn,
    [Operational] DateOnly? DestroyedOn = null,
    [Operational] Id? DiskId = null)
{
    /// <summary>
    /// What ledger and certificates call the disk, for ever. Free text may name somebody: the copy's id stands for it, by
    /// which its task tells staff the disk.
    /// </summary>
    public string LastingName() => DiskId is null ? Id.ToString() : Disk;
}
