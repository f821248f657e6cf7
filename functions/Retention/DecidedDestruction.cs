namespace WelWee3D.Retention;

/// <summary>
/// A destruction that does not wait for the night: what was decided about goes at once, in a run of its own. Whatever else the
/// same due rows stand for waits for the sweep, which asks whether the clock is right.
/// </summary>
public sealed class DecidedDestruction(DestructionEngine engine, RunLog runs, TimeProvider clock)
{
    /// <param name="due">The rows that stand for the items.</param>
    /// <param name="decidedBy">A <see cref="Decider"/>, or the object id of the member of staff who decided so.</param>
    /// <exception cref="AggregateException">Something could not be finished; the run that tells what is recorded.</exception>
    public async Task CarryOut(IReadOnlyList<Item> items, IReadOnlyList<DueRow> due, string decidedBy, CancellationToken cancellation)
    {
        var tally = new RunTally(RunKind.Destruction, decidedBy, clock);
        await engine.Destroy(due, tally, cancellation, items.ToHashSet());
        await runs.Add(tally.ToRun(), cancellation);
        tally.ThrowIfAnyFailed("The destruction could not finish; the run tells what is left.");
    }
}
