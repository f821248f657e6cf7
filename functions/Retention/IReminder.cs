using WelWee3D.Mail;

namespace WelWee3D.Retention;

/// <summary>Something that people have to do, told in the morning's letter. The slice that knows of it tells it.</summary>
public interface IReminder
{
    /// <summary>Whether there is anything to tell today.</summary>
    Task<bool> HasAny(DateOnly today, CancellationToken cancellation);

    /// <summary>Tells what is open at this moment: by its reference, never by anything of a person or of a file:
    /// the mailbox is a copy.</summary>
    /// <param name="day">The day of the letter, which may be sent later.</param>
    /// <returns>False when there is nothing (any more).</returns>
    Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation);

    /// <summary>Called once the letter is waiting to be sent.</summary>
    Task Told(DateOnly today, CancellationToken cancellation) => Task.CompletedTask;
}
