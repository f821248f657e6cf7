using WelWee3D.Retention;

namespace WelWee3D.Scans;

/// <summary>A blob in the scans container that no order knows.</summary>
/// <param name="Id">Follows from the blob, so that whoever finds it again means the same.</param>
/// <param name="BlobName">As it is in the container; unlike a scan's it may hold anything.</param>
/// <param name="Sha256">Of the file as it was found; null before that was kept.</param>
public sealed record UnclaimedBlob(
    [Pseudonymous] Id Id, [Personal(DataCategory.Identity)] string BlobName, [Operational] DateOnly ArrivedOn, [Operational] long Bytes,
    [Pseudonymous] string? Sha256 = null)
    : RowRecord
{
    public override Derivation Retention(RetentionRules rules, DateOnly today) =>
        rules.Apply(RetentionSchedule.UnclaimedBlob, ArrivedOn, Interventions, today);
}
