namespace WelWee3D.Retention;

/// <summary>The night's destruction. What it cannot do is made up for by <see cref="SweepAgain"/>: what is due stays due.</summary>
public sealed class SweepExpired(Sweep sweep)
{
    [Function(nameof(SweepExpired))]
    public Task Run([TimerTrigger("0 0 2 * * *")] TimerInfo timer, CancellationToken cancellation) => sweep.RunByTimer(cancellation);
}
