using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Restriction of processing (GDPR article 18): what is kept may only be stored, and stays until that is lifted. Both
/// ways can be repeated: what is so already is left as it is.
/// </summary>
public sealed class Restriction(SubjectRecords records, RecordKinds kinds)
{
    public Task<Finding> Impose(IReadOnlyList<string> subjects, CancellationToken cancellation) =>
        Decide(subjects, Decision.Restrict, cancellation);

    public Task<Finding> Lift(IReadOnlyList<string> subjects, CancellationToken cancellation) =>
        Decide(subjects, Decision.LiftRestriction, cancellation);

    private async Task<Finding> Decide(IReadOnlyList<string> subjects, Decision decision, CancellationToken cancellation)
    {
        foreach (var record in (await records.Find(subjects, cancellation)).Records)
            await kinds.Of(record).Decide(record.Item.Id, decision, cancellation);
        return await records.Find(subjects, cancellation);
    }
}
