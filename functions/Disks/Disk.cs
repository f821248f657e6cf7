namespace WelWee3D.Disks;

/// <summary>A hard disk of the practice that copies of scans may be put on.</summary>
public sealed record Disk([Operational] Id Id, [Operational] string Label, [Operational] DateOnly RegisteredOn);
