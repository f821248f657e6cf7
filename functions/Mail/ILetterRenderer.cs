using WelWee3D.Storage;

namespace WelWee3D.Mail;

/// <summary>Turns a reference into a letter, at the moment of sending. The slice that owns the record owns its renderer.</summary>
public interface ILetterRenderer
{
    string Kind { get; }

    /// <summary>Null when there is no record (any more), or when it may not be used.</summary>
    Task<RenderedLetter?> Render(string reference, CancellationToken cancellation);
}

/// <param name="Subject">Never holds what a visitor wrote.</param>
public sealed record RenderedLetter(
    [Personal(DataCategory.Contact)] string To,
    [Operational] string Subject,
    [Personal(DataCategory.Communication)] LetterBody Body,
    [Personal(DataCategory.Contact)] string? ReplyTo = null);
