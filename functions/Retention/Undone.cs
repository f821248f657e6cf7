namespace WelWee3D.Retention;

/// <summary>A destruction that was undone while storage could still recover the file.</summary>
/// <param name="Certificate">
/// The number of its certificate, which stands: what it names is gone under that name. Null where that waits for copies on disk.
/// </param>
/// <param name="Id">What the record is called since.</param>
public sealed record Undone(
    [Operational] int? Certificate, [Pseudonymous] Id Id, [Pseudonymous] Id Within, IReadOnlyList<DestroyedFile> Files);
