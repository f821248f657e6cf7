using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Restriction of processing (GDPR article 18): what is kept may only be stored, and stays until that is lifted. Both
/// ways can be repeated: what is so already is left as it is.
/// </summary>
public sealed class Restriction(SubjectRecords records, RecordKinds kinds)
{
    public async Task Impose(IReadOnlyList<string> subjects, CancellationToken cancellation) =>
        await Decide((await records.Find(subjects, cancellation)).Records, Decision.Restrict, cancellation);

    public async Task Lift(IReadOnlyList<string> subjects, CancellationToken cancellation) =>
        await Decide((await records.Find(subjects, cancellation)).Records, Decision.LiftRestriction, cancellation);

    public async Task Decide(IEnumerable<KeptRecord> restricted, Decision decision, CancellationToken cancellation)
    {
        foreach (var record in restricted)
            await kinds.Of(record).Decide(record.Item.Id, decision, cancellation);
    }
}
