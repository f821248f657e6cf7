using WelWee3D.Exports;
using WelWee3D.Retention;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Restriction of processing (GDPR article 18): what is kept may only be stored, and stays until that is lifted. Both
/// ways can be repeated: what is so already is left as it is.
/// </summary>
public sealed class Restriction(RecordKinds kinds, ExportPackages packages)
{
    public async Task Decide(IReadOnlyList<KeptRecord> decided, Intervention intervention, CancellationToken cancellation)
    {
        // Packages made since a restriction are for the person to have. So the older ones are closed first, while it can
        // be told which those are, also when this is repeated.
        var restricts = intervention.Decision == Decision.Restrict;
        var changed = decided.Where(record => !record.IsFixed && IsRestricted(record) != restricts)
            .SelectMany(record => record.WithParts).Select(record => record.Item.Id).ToHashSet();
        await packages.Restrict(changed, restricts, cancellation);
        foreach (var record in decided)
            await kinds.Of(record).Decide(record.Item.Id, intervention, cancellation);
    }

    public static bool IsRestricted(KeptRecord record) => record.Retention.SuspendedBy.Any(each => each.Kind == Suspension.Restriction);
}
