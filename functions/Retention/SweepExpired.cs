using Microsoft.Azure.Functions.Worker;

namespace WelWee3D.Retention;

/// <summary>The night's destruction. A night missed is made up for by the next: what is due stays due.</summary>
public sealed class SweepExpired(Sweep sweep)
{
    [Function(nameof(SweepExpired))]
    public async Task Run([TimerTrigger("0 0 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var run = await sweep.Run(Decider.Sweep, cancellation);
        if (!run.Complete)
            throw new InvalidOperationException($"The sweep could not finish: run {run.Id} tells what is left.");
    }
}
