using Azure;
using WelWee3D.Mail;
using WelWee3D.Telemetry;

namespace WelWee3D.Retention;

/// <summary>Each morning one letter about what people have to do, if there is anything; and how things stand, in figures.</summary>
public sealed class RemindDeadlines(IEnumerable<IReminder> reminders, Letters letters, Standing standing, Measures measures, TimeProvider clock)
{
    [Function(nameof(RemindDeadlines))]
    public async Task Run([TimerTrigger("0 30 7 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var today = clock.Today();
        try
        {
            await Tell(today, cancellation);
            measures.MorningTold();
        }
        finally
        {
            // Whatever keeps the letter back, and without keeping it back.
            await standing.Measure(today, cancellation);
        }
    }

    private async Task Tell(DateOnly today, CancellationToken cancellation)
    {
        var (open, failures) = (new List<IReminder>(), new List<Exception>());
        foreach (var reminder in reminders)
            if (await Try(() => reminder.HasAny(today, cancellation), failures))
                open.Add(reminder);

        if (open.Count > 0)
            await letters.Add(new(ReminderLetter.Name, today.Iso()), cancellation);
        foreach (var reminder in open)
            await Try(async () =>
            {
                await reminder.Told(today, cancellation);
                return true;
            }, failures);
        if (failures.Count > 0)
            throw new AggregateException("The letter of this morning is on its way, but not all of it could be looked up.", failures);
    }

    /// <summary>What fails must not keep back what the others have to tell: the letter meets it again, and waits until it is mended.</summary>
    private static async Task<bool> Try(Func<Task<bool>> reminder, List<Exception> failures)
    {
        try
        {
            return await reminder();
        }
        catch (UnreadableException)
        {
            // That is something to tell too.
            return true;
        }
        catch (RequestFailedException failure)
        {
            failures.Add(failure);
            return true;
        }
    }
}
