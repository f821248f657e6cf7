using System.Collections.Frozen;
using WelWee3D.Staff;

namespace WelWee3D.Audit;

/// <summary>What somebody of the practice did that shows a body, or gives it out.</summary>
public enum LookKind
{
    /// <summary>The scan itself, or the copy of it for the printer.</summary>
    Opened,

    /// <summary>A package was made of what there is of its client.</summary>
    Package,

    /// <summary>All that the practice has was taken along.</summary>
    TakeOut,
}

/// <summary>That somebody of the practice opened a scan or gave it out, as its client is told of it: never by which account.</summary>
public sealed record ScanLook(Id Scan, DateOnly On, Role Role, string? Reason, LookKind Kind = LookKind.Opened);

/// <summary>Who looked at a scan. A file that is fetched in parts, or twice for the same reason on a day, was looked at once.</summary>
public sealed class ScanLooks(AuditEvents events, TimeProvider clock)
{
    private const int PerPage = 1000;

    /// <summary>What shows the body itself, and not only what is known of its scan.</summary>
    private static readonly FrozenDictionary<string, LookKind> Shows = new Dictionary<string, LookKind>
    {
        ["GET scans/{id}/content"] = LookKind.Opened,
        ["HEAD scans/{id}/content"] = LookKind.Opened,
        ["POST scans/{id}/print-copy"] = LookKind.Opened,
        [HandedOut.Package.Action] = LookKind.Package,
        [HandedOut.TakeOut.Action] = LookKind.TakeOut,
    }.ToFrozenDictionary();

    /// <param name="scans">Each with the ids that it had before.</param>
    public async Task<IReadOnlyList<ScanLook>> Of(IEnumerable<(Id Scan, IReadOnlyList<Id> FormerIds)> scans, CancellationToken cancellation)
    {
        var looks = new List<ScanLook>();
        var today = clock.Today();
        foreach (var (scan, formerIds) in scans)
            looks.AddRange(await formerIds.Append(scan).ToAsyncEnumerable()
                .SelectMany(id => events.OfScan(id, first: null, AuditEvents.FirstDay(today), today, PerPage, cancellation))
                .Where(happened => Shows.ContainsKey(happened.Action) && happened.Outcome < 400)
                .Select(happened => new ScanLook(scan, Amsterdam.DateOf(happened.At), happened.Role!.Value, happened.Reason, Shows[happened.Action]))
                .Distinct().ToListAsync(cancellation));
        return looks;
    }
}
