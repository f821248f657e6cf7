using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>
/// What looked like a robot's is kept aside for 24 hours: the night's sweep counts in days, and this in hours. As long as the
/// clock may be wrong it destroys nothing either.
/// </summary>
public sealed class DestroyContactSuspects(ContactSuspects suspects, DecidedDestruction destruction, LastSweep last, TimeProvider clock)
{
    [Function(nameof(DestroyContactSuspects))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var due = await suspects.DueAt(clock.GetUtcNow(), cancellation);
        if (due.Count > 0 && !last.IsDoubtful(clock.Today(), await last.Find(cancellation)))
            await destruction.CarryOut([.. due.Select(row => row.Item)], due, Decider.Sweep, cancellation);
    }
}
