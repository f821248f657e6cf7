using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

/// <summary>What a member of staff decided about a scan, carried out at once: whatever is due of its order goes, in a run of its own.</summary>
public sealed class DecidedDestruction(DestructionEngine engine, RunLog runs, TimeProvider clock)
{
    /// <exception cref="AggregateException">Something could not be finished; the run that tells what is recorded.</exception>
    public async Task CarryOut(Order order, string decidedBy, CancellationToken cancellation)
    {
        var tally = new RunTally(RunKind.Destruction, decidedBy, clock);
        await engine.Destroy([order.Due], tally, cancellation);
        await runs.Add(tally.ToRun(), cancellation);
        tally.ThrowIfAnyFailed("The destruction could not finish; the run tells what is left.");
    }
}
