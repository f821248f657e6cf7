using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>A copy of a scan on a hard disk of the practice.</summary>
public sealed record DiskCopy(Id Id, string Disk, DateOnly MadeOn, DateOnly? DestroyedOn = null);
