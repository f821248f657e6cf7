namespace WelWee3D.Scans;

/// <summary>Looks at the files that were given up every quarter of an hour, so that somebody is told within the hour.</summary>
public sealed class WatchPoisonedBlobs(PoisonedBlobs poisoned)
{
    [Function(nameof(WatchPoisonedBlobs))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        try
        {
            await poisoned.Forget(cancellation);
        }
        finally
        {
            // Whatever keeps a message: how many there are is told.
            await poisoned.Measure(cancellation);
        }
    }
}
