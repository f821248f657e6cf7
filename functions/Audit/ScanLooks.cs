using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Audit;

/// <summary>That somebody of the practice opened a scan, as its client is told of it: never by which account.</summary>
public sealed record ScanLook(Id Scan, DateOnly On, Role Role, string? Reason);

/// <summary>Who looked at a scan. A file that is fetched in parts, or twice for the same reason on a day, was looked at once.</summary>
public sealed class ScanLooks(AuditEvents events, TimeProvider clock)
{
    private const int PerPage = 1000;

    /// <summary>What shows the body itself, and not only what is known of its scan.</summary>
    private static readonly string[] Shows = ["GET scans/{id}/content", "HEAD scans/{id}/content", "POST scans/{id}/print-copy"];

    /// <param name="scans">Each with the ids that it had before.</param>
    public async Task<IReadOnlyList<ScanLook>> Of(IEnumerable<(Id Scan, IReadOnlyList<Id> FormerIds)> scans, CancellationToken cancellation)
    {
        var looks = new List<ScanLook>();
        var today = clock.Today();
        foreach (var (scan, formerIds) in scans)
            looks.AddRange(await formerIds.Append(scan).ToAsyncEnumerable()
                .SelectMany(id => events.OfScan(id, first: null, AuditEvents.FirstDay(today), today, PerPage, cancellation))
                .Where(happened => Shows.Contains(happened.Action) && happened.Outcome < 400)
                .Select(happened => new ScanLook(scan, Amsterdam.DateOf(happened.At), happened.Role!.Value, happened.Reason))
                .Distinct().ToListAsync(cancellation));
        return looks;
    }
}
