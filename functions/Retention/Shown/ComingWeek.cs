namespace WelWee3D.Retention.Shown;

/// <summary>What goes in the coming week, and what usually goes in one.</summary>
public sealed class ComingWeek(DryRun dryRun, RunLog runs, KnownTerms terms)
{
    // What is usual is seen from so many weeks, or as many as there were.
    private const int Weeks = 12;
    private const int RunsAtOnce = 200;

    /// <summary>But for hashes in the ledger: whose they are nobody can tell, nor what to do about them.</summary>
    public IAsyncEnumerable<KeptRecord> Records(DateOnly today, CancellationToken cancellation) =>
        dryRun.All(today.AddDays(Retention.Oddities.Week), cancellation).Where(record => record.Item.Kind != LineSubjectsKind.Kind);

    public async Task<Oddities> Oddities(DateOnly today, CancellationToken cancellation) =>
        await Oddities(await Records(today, cancellation).ToListAsync(cancellation), today, cancellation);

    /// <param name="week">All that goes in it.</param>
    public async Task<Oddities> Oddities(IReadOnlyList<KeptRecord> week, DateOnly today, CancellationToken cancellation)
    {
        var counts = week.CountBy(record => record.Item.Kind);
        var usual = await Usual(today, cancellation);
        return new(
            today, await terms.Changed(today, cancellation),
            counts.Where(kind => Retention.Oddities.IsMoreThanUsual(kind.Value, usual.GetValueOrDefault(kind.Key))).Select(kind => kind.Key).ToHashSet());
    }

    /// <summary>How many of each kind the sweeps destroyed in a week, on average.</summary>
    private async Task<Dictionary<string, double>> Usual(DateOnly today, CancellationToken cancellation)
    {
        var first = today.AddDays(-Weeks * Retention.Oddities.Week);
        var past = await runs.NewestFirst(from: null, RunsAtOnce, cancellation)
            .TakeWhile(run => run.Until >= first)
            .Where(run => run.Kind == RunKind.Sweep)
            .ToListAsync(cancellation);
        if (past.Count == 0)
            return [];
        var weeks = Math.Max(1, (today.DayNumber - past.Min(run => run.Until).DayNumber) / (double)Retention.Oddities.Week);
        return past.SelectMany(run => run.Destroyed).GroupBy(kind => kind.Key)
            .ToDictionary(kind => kind.Key, kind => kind.Sum(each => each.Value) / weeks);
    }
}
