using WelWee3D.Mail;

namespace WelWee3D.Retention;

/// <summary>What is open at the moment of sending.</summary>
public sealed class ReminderLetter(IEnumerable<IReminder> reminders, IOptions<MailOptions> mail, TimeProvider clock)
    : ILetterRenderer
{
    public const string Name = "reminder";

    private const string Title = "Wat er nog moet gebeuren";

    public string Kind => Name;

    /// <param name="reference">The day of the letter.</param>
    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        var (day, today) = (Amsterdam.Date(reference), clock.Today());
        var (body, told) = (new LetterBody("nl", Title), false);
        foreach (var reminder in reminders)
            told |= await Tell(reminder, body, day, today, cancellation);
        return told ? new(mail.Value.Practice, $"{Title}, {LetterBody.Day(day, "nl")}", body) : null;
    }

    private static async Task<bool> Tell(IReminder reminder, LetterBody body, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        try
        {
            return await reminder.Tell(body, day, today, cancellation);
        }
        catch (UnreadableException unreadable)
        {
            body.Say("Dit kon niet worden gelezen, en kan dus ontbreken in deze mail. Zoek uit wat er aan de hand is:")
                .Facts(unreadable.What.Select(what => (what, (string?)InDutch.Why(Unfinished.Unreadable))));
            return true;
        }
    }
}
