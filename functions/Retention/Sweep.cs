using Microsoft.Extensions.Logging;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>Finishes what was begun and destroys what is due, as of today. Two at once do no harm.</summary>
public sealed partial class Sweep(
    DueIndex due, DestructionEngine engine, RunLog runs, TimeProvider clock, ILogger<Sweep> log)
{
    // Enough for full waves of batches, and no more than fits in memory with ease.
    private const int RowsAtOnce = 10_000;

    /// <param name="decidedBy">"sweep" for the night timer, else the object id of who asked.</param>
    /// <returns>What it did, and whether that was all there was to do.</returns>
    public async Task<Run> Run(string decidedBy, CancellationToken cancellation)
    {
        var (startedAt, today) = (clock.GetUtcNow(), clock.Today());
        var tally = new SweepTally();
        var rows = new List<DueRow>();
        try
        {
            await foreach (var page in due.Until(today, cancellation))
            {
                rows.AddRange(await engine.Finish(page.Open, tally, cancellation));
                rows.AddRange(page.Rows);
                if (rows.Count < RowsAtOnce)
                    continue;
                await engine.Destroy(rows, decidedBy, tally, cancellation);
                rows.Clear();
            }
            await engine.Destroy(rows, decidedBy, tally, cancellation);
        }
        catch (OperationCanceledException)
        {
            tally.Leave("the rest", "the run was stopped");
            await Record(startedAt, today, tally, CancellationToken.None);
            throw;
        }
        catch (Exception failure)
        {
            tally.Fail("the rest", failure);
            await Record(startedAt, today, tally, cancellation);
            throw;
        }

        return await Record(startedAt, today, tally, cancellation);
    }

    private async Task<Run> Record(DateTimeOffset startedAt, DateOnly today, SweepTally tally, CancellationToken cancellation)
    {
        var run = tally.ToRun(Id.New(startedAt), "sweep", startedAt, clock.GetUtcNow(), today);
        foreach (var failure in tally.Failures)
            LogFailure(run.Id, failure);
        await runs.Add(run, cancellation);
        return run;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} left something undone: its record tells what")]
    private partial void LogFailure([Operational] Id run, Exception failure);
}
