namespace WelWee3D.Mail;

/// <summary>Turns a reference into a letter, at the moment of sending. The slice that owns the record owns its renderer.</summary>
public interface ILetterRenderer
{
    string Kind { get; }

    /// <summary>Why whoever gets it does.</summary>
    LetterReason Reason => LetterReason.Practice;

    /// <summary>Null when there is no record (any more), or when it may not be used.</summary>
    Task<RenderedLetter?> Render(string reference, CancellationToken cancellation);

    /// <summary>The order at which it can be sent again, where the reference does not tell it; null where there is none (any more).</summary>
    Task<Id?> OrderOf(string reference, CancellationToken cancellation) => Task.FromResult<Id?>(null);

    /// <summary>Whether it went to a former address, and another was written since: nobody needs to be told that it came back.</summary>
    Task<bool> IsReplaced(string reference, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Told what became of a letter, once or more often.</summary>
    /// <param name="sent">Whether the mail service took it; else it was given up.</param>
    Task Delivered(string reference, bool sent, DateTimeOffset at, CancellationToken cancellation) => Task.CompletedTask;
}

/// <param name="Subject">Never holds what a visitor wrote.</param>
/// <param name="Thread">The id of what it is about, where all letters about that are to stand together.</param>
public sealed record RenderedLetter(
    [Personal(DataCategory.Contact)] string To,
    [Operational] string Subject,
    [Personal(DataCategory.Communication)] LetterBody Body,
    [Personal(DataCategory.Contact)] string? ReplyTo = null,
    [Pseudonymous] string? Thread = null);
