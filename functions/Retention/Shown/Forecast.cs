namespace WelWee3D.Retention.Shown;

/// <summary>What was destroyed in a month, and what will be.</summary>
/// <param name="Month">Such as 2026-11.</param>
/// <param name="Destroyed">How many records of each kind that have a certificate.</param>
/// <param name="Due">How many records of each kind go, as things stand; what should have gone before today goes in the month of today.</param>
/// <param name="NewestCertificate">The number of the newest certificate of the month; null where there is none.</param>
/// <param name="OldestCertificate">That of its oldest.</param>
public sealed record ForecastMonth(
    string Month, IReadOnlyDictionary<string, int> Destroyed, IReadOnlyDictionary<string, int> Due, int? NewestCertificate, int? OldestCertificate);

/// <summary>
/// Counts by month what was and will be destroyed. A kind without parts is counted by the keys of its due rows, which name kind and
/// day; only what may have parts that go on other days is looked up.
/// </summary>
public sealed class Forecast(RecordKinds kinds, DryRun dryRun, Certificates certificates)
{
    private const int CertificatesAtOnce = 1000;

    public async Task<IReadOnlyList<ForecastMonth>> Of(DateOnly from, DateOnly today, DateOnly until, CancellationToken cancellation)
    {
        var (due, gone) = (new Tally(), new Tally());
        var numbers = new Dictionary<string, (int Newest, int Oldest)>();
        await foreach (var certificate in certificates.NewestFirst(from: null, CertificatesAtOnce, cancellation)
            .Select(each => each.Read()).TakeWhile(each => Amsterdam.DateOf(each.IssuedAt ?? each.DestroyedAt) >= from).WithCancellation(cancellation))
        {
            if (certificate.Closes is not null || certificate.Undone is not null)
                continue;
            var month = MonthOf(Amsterdam.DateOf(certificate.DestroyedAt));
            gone.Add(month, certificate.Kind, certificate.Count);
            numbers[month] = (numbers.TryGetValue(month, out var known) ? known.Newest : certificate.Number, certificate.Number);
        }
        await foreach (var (kind, on) in dryRun.Days(until, HasParts, cancellation))
            due.Add(MonthOf(on < today ? today : on), kind, 1);

        return [.. Months(from, until).Select(month => new ForecastMonth(
            month, gone.Of(month), due.Of(month), numbers.TryGetValue(month, out var of) ? of.Newest : null, numbers.TryGetValue(month, out of) ? of.Oldest : null))];
    }

    private bool HasParts(string kind) => kinds.InOrder.Any(each => each.OwnerKind == kind);

    private static IEnumerable<string> Months(DateOnly from, DateOnly until)
    {
        for (var first = new DateOnly(from.Year, from.Month, 1); first <= until; first = first.AddMonths(1))
            yield return MonthOf(first);
    }

    private static string MonthOf(DateOnly day) => day.Iso()[..7];

    private sealed class Tally
    {
        private readonly Dictionary<string, SortedDictionary<string, int>> counts = [];

        public void Add(string month, string kind, int count)
        {
            if (!counts.TryGetValue(month, out var ofMonth))
                counts[month] = ofMonth = new(StringComparer.Ordinal);
            ofMonth[kind] = ofMonth.GetValueOrDefault(kind) + count;
        }

        public IReadOnlyDictionary<string, int> Of(string month) => counts.GetValueOrDefault(month) ?? [];
    }
}
