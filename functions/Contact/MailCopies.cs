using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>A copy in a mailbox that staff are asked to destroy.</summary>
/// <param name="Id">That of the message.</param>
/// <param name="IsGone">Whether the message itself is.</param>
public sealed record MailToDestroy(Id Id, Reference Reference, string Mailbox, DateOnly Day, DateOnly Deadline, bool IsGone);

/// <summary>The copies of messages in mailboxes of the practice: asked about before the deadline of the message, until they are confirmed.</summary>
public sealed class MailCopies(ContactMessages messages, MailboxTasks tasks, SearchIndex index, RetentionRules rules, TimeProvider clock)
{
    private const string Prefix = "mailbox:";

    /// <summary>What a message whose copy is open is filed under: the terms are in the order of the deadlines.</summary>
    public static IReadOnlyList<string> TermsOf(ContactMessage message) =>
        message.MailCopy?.IsOpen() is true ? [Prefix + message.Deadline.Iso()] : [];

    /// <summary>The most urgent first. What may only be stored is not asked about: its copy may be no more than that either.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public async IAsyncEnumerable<MailToDestroy> ToDestroy([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var task in tasks.AllOpen(cancellation).OrderBy(task => task.Deadline))
            yield return Asked(task.Id, task.Copy, task.Deadline, isGone: true);
        var (first, last) = (Prefix + DateOnly.MinValue.Iso(), Prefix + rules.LastAsked(clock.Today()).Iso());
        await foreach (var (_, id) in index.Find(ContactMessages.Kind, first, last, after: null, cancellation))
            if (await messages.Find(id, cancellation) is { RestrictedOn: null, MailCopy: { } copy } message && copy.IsOpen())
                yield return Asked(id, copy, message.Deadline, isGone: false);
    }

    /// <summary>Confirms that a copy is destroyed: of a message that is there, or is gone. Can be repeated.</summary>
    /// <returns>The copy as it now stands; null when there is none.</returns>
    public async Task<MailCopy?> Confirm(Id message, DateOnly on, string confirmedBy, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        var found = await messages.Change(
            message,
            each => each.MailCopy?.IsOpen() is true && each.RestrictedOn is null ? each with { MailCopy = each.MailCopy.Destroyed(on, confirmedBy, at) } : each,
            cancellation);
        return found is null ? (await tasks.Confirm(message, on, confirmedBy, at, cancellation))?.Copy : found.MailCopy;
    }

    private static MailToDestroy Asked(Id id, MailCopy copy, DateOnly deadline, bool isGone) =>
        new(id, Reference.Of(id), copy.Mailbox, copy.Day, deadline, isGone);
}
