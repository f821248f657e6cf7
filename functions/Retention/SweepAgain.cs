namespace WelWee3D.Retention;

/// <summary>
/// Each hour after the night's sweep, until the day has a complete one: what has no margin would else outlive its deadline
/// by a night that failed, or did not happen.
/// </summary>
public sealed class SweepAgain(Sweep sweep, LastSweep last, TimeProvider clock)
{
    private static readonly TimeOnly Night = new(2, 0);

    // Schedules may be read in UTC: which hours are meant is decided here.
    [Function(nameof(SweepAgain))]
    public async Task Run([TimerTrigger("0 30 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (clock.TimeOfDay() >= Night && (await last.Find(cancellation))?.IsCompleteOn(clock.Today()) is not true)
            await sweep.RunByTimer(cancellation);
    }
}
