using Microsoft.Extensions.Logging;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>Finishes what was begun and destroys what is due, as of today. Two at once do no harm.</summary>
public sealed partial class Sweep(
    DueIndex due, DestructionEngine engine, RunLog runs, TimeProvider clock, ILogger<Sweep> log)
{
    // Enough for full waves of batches, and no more than fits in memory with ease.
    private const int RowsAtOnce = 10_000;

    /// <param name="decidedBy"><see cref="Decider.Sweep"/> for the night timer, else the object id of who asked.</param>
    /// <returns>What it did, and whether that was all there was to do.</returns>
    public async Task<Run> Run(string decidedBy, CancellationToken cancellation)
    {
        var tally = new RunTally(RunKind.Sweep, decidedBy, clock);
        try
        {
            await Destroy(tally, cancellation);
        }
        catch (Exception failure)
        {
            if (cancellation.IsCancellationRequested)
                tally.Leave("the rest", "the run was stopped");
            else
                tally.Fail("the rest", failure);
            await Record(tally, CancellationToken.None);
            throw;
        }
        return await Record(tally, cancellation);
    }

    private async Task Destroy(RunTally tally, CancellationToken cancellation)
    {
        var rows = new List<DueRow>();
        await foreach (var page in due.Until(tally.Today, cancellation))
        {
            foreach (var (day, key) in page.Unreadable)
                tally.Leave($"{day}|{key}", Unfinished.Unreadable);
            rows.AddRange(await engine.Finish(page.Open, tally, cancellation));
            rows.AddRange(page.Rows);
            if (rows.Count < RowsAtOnce)
                continue;
            await engine.Destroy(rows, tally, cancellation);
            rows.Clear();
        }
        await engine.Destroy(rows, tally, cancellation);
    }

    private async Task<Run> Record(RunTally tally, CancellationToken cancellation)
    {
        var run = tally.ToRun();
        foreach (var failure in tally.Failures)
            LogFailure(run.Id, failure);
        await runs.Add(run, cancellation);
        return run;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} left something undone: its record tells what")]
    private partial void LogFailure([Operational] Id run, Exception failure);
}
