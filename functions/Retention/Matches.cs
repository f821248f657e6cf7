using WelWee3D.People;

namespace WelWee3D.Retention;

/// <summary>A record, and the values that led to it.</summary>
public sealed record FoundRecord(KeptRecord Record, IReadOnlyList<string> By);

/// <summary>What the values that name a person lead to, told apart by how surely it is theirs.</summary>
/// <param name="Found">Every value that was given leads to it, or it was named.</param>
/// <param name="Apart">
/// Only one of two values leads to it, or nothing but a number that several mail addresses share: it may be somebody
/// else's, and is not touched until it is named.
/// </param>
/// <param name="Strangers">What was named, and no value leads to.</param>
/// <param name="CopiesToDestroy">What is surely theirs and went before, while a copy still lies on a disk.</param>
/// <param name="MailToDestroy">The same, while a copy still lies in a mailbox.</param>
public sealed record Matches(
    IReadOnlyList<FoundRecord> Found, IReadOnlyList<FoundRecord> Apart, IReadOnlyList<Id> Strangers, IReadOnlyList<Unfinished> NotUnderstood,
    IReadOnlyList<DestructionTask> CopiesToDestroy, IReadOnlyList<MailboxTask> MailToDestroy)
{
    public IEnumerable<KeptRecord> Records => Found.Select(match => match.Record);

    /// <summary>Pure.</summary>
    /// <param name="tasks">Those that all values lead to, and so with <paramref name="mail"/>.</param>
    public static Matches Of(
        Finding finding, IReadOnlyList<DestructionTask> tasks, IReadOnlyList<MailboxTaskOf> mail, IReadOnlyList<SubjectValue> given, IReadOnlyList<Id> named)
    {
        var all = finding.Records.Select(record => new FoundRecord(
            record, [.. given.Where(value => value.Subjects.Any(record.Subjects.Contains)).Select(value => value.Field)])).ToList();
        var isShared = given is [{ Field: "phone" } number]
            && IsShared(number, [.. finding.Records.Select(record => record.Subjects), .. tasks.Select(task => task.Subjects), .. mail.Select(each => each.Subjects)]);
        var certain = all.ToLookup(match =>
            named.Contains(match.Record.Item.Id) || (match.By.Count == given.Count && !isShared));
        return new(
            [.. certain[true]], [.. certain[false]], [.. named.Except(all.Select(match => match.Record.Item.Id))], finding.NotUnderstood,
            [.. tasks.Where(task => !isShared || named.Contains(task.Order))],
            [.. mail.Select(each => each.Task).Where(task => !isShared || named.Contains(task.Id))]);
    }

    /// <summary>Whether a number leads to people who have no mail address in common.</summary>
    private static bool IsShared(SubjectValue number, IReadOnlyList<IReadOnlyList<string>> people)
    {
        var addresses = people.Select(subjects => subjects.Except(number.Keys).ToHashSet()).Where(each => each.Count > 0).ToList();
        return addresses.Any(each => !each.Overlaps(addresses[0]));
    }
}
