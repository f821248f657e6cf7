using Microsoft.Azure.Functions.Worker;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>What looked like a robot's is kept aside for 24 hours: the night's sweep counts in days, and this in hours.</summary>
public sealed class DestroyContactSuspects(ContactSuspects suspects, DecidedDestruction destruction, TimeProvider clock)
{
    [Function(nameof(DestroyContactSuspects))]
    public async Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var due = await suspects.DueAt(clock.GetUtcNow(), cancellation);
        if (due.Count > 0)
            await destruction.CarryOut(due, Decider.Sweep, cancellation);
    }
}
