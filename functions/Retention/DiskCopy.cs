using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>A copy of a scan on a hard disk of the practice.</summary>
public sealed record DiskCopy(
    [Pseudonymous] Id Id, [Operational] string Disk, [Operational] DateOnly MadeOn, [Operational] DateOnly? DestroyedOn = null);
