using Microsoft.Extensions.Logging;
using WelWee3D.Telemetry;

namespace WelWee3D.Retention;

/// <summary>Finishes what was begun and destroys what is due, as of today. Two at once do no harm.</summary>
public sealed partial class Sweep(
    DueIndex due, DestructionEngine engine, WindowClosing windows, RunLog runs, LastSweep last, Measures measures, TimeProvider clock,
    ILogger<Sweep> log)
{
    // Enough for full waves of batches, and no more than fits in memory with ease.
    private const int RowsAtOnce = 10_000;

    /// <param name="decidedBy"><see cref="Decider.Sweep"/> for the night timer, else the object id of who asked.</param>
    /// <returns>What it did, and whether that was all there was to do.</returns>
    /// <param name="id">Where somebody waits for this run, and another goes on with it when it is stopped.</param>
    public async Task<Run> Run(string decidedBy, CancellationToken cancellation, Id? id = null)
    {
        var tally = new RunTally(RunKind.Sweep, decidedBy, clock, id);
        var isThrough = false;
        try
        {
            isThrough = await Destroy(tally, cancellation);
        }
        catch (Exception failure) when (id is null || !cancellation.IsCancellationRequested)
        {
            if (cancellation.IsCancellationRequested)
                tally.Leave(Unfinished.TheRest, Unfinished.Stopped);
            else
                tally.Fail(Unfinished.TheRest, failure);
            await Record(tally, CancellationToken.None);
            throw;
        }
        var run = await Record(tally, cancellation);
        if (isThrough)
            await last.Note(run, cancellation);
        return run;
    }

    /// <summary>For a timer: it fails when something is left, so that the host hears of it.</summary>
    public async Task RunByTimer(CancellationToken cancellation)
    {
        var run = await Run(Decider.Sweep, cancellation);
        if (!run.Complete)
            throw new InvalidOperationException($"The sweep could not finish: run {run.Id} tells what is left.");
    }

    /// <returns>False when nothing was looked at, since the clock may be wrong.</returns>
    private async Task<bool> Destroy(RunTally tally, CancellationToken cancellation)
    {
        if (last.IsDoubtful(tally.Today, await last.Find(cancellation)))
        {
            tally.Leave(tally.Today.Iso(), Unfinished.UnconfirmedDay);
            return false;
        }
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
        await windows.Close(tally, cancellation);
        return true;
    }

    private async Task<Run> Record(RunTally tally, CancellationToken cancellation)
    {
        var run = tally.ToRun();
        foreach (var failure in tally.Failures)
            LogFailure(run.Id, failure);
        measures.Swept(run.Complete);
        return await runs.Add(run, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} left something undone: its record tells what")]
    private partial void LogFailure([Operational] Id run, Exception failure);
}
