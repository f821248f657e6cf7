using WelWee3D.People;
using WelWee3D.Storage;

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
public sealed record Matches(
    IReadOnlyList<FoundRecord> Found, IReadOnlyList<FoundRecord> Apart, IReadOnlyList<Id> Strangers, IReadOnlyList<Unfinished> NotUnderstood)
{
    public IEnumerable<KeptRecord> Records => Found.Select(match => match.Record);

    /// <summary>Pure.</summary>
    public static Matches Of(Finding finding, IReadOnlyList<SubjectValue> given, IReadOnlyList<Id> named)
    {
        var all = finding.Records.Select(record => new FoundRecord(
            record, [.. given.Where(value => value.Subjects.Any(record.Subjects.Contains)).Select(value => value.Field)])).ToList();
        var isShared = given is [{ Field: "phone" } number] && MailAddresses(all, number).Count() > 1;
        var certain = all.ToLookup(match =>
            named.Contains(match.Record.Item.Id) || (match.By.Count == given.Count && !isShared));
        return new(
            [.. certain[true]], [.. certain[false]], [.. named.Except(all.Select(match => match.Record.Item.Id))], finding.NotUnderstood);
    }

    // Of a record's subjects the mail address comes first.
    private static IEnumerable<string> MailAddresses(IEnumerable<FoundRecord> matches, SubjectValue number) =>
        matches.Select(match => match.Record.Subjects[0]).Where(subject => !number.Subjects.Contains(subject)).Distinct();
}
