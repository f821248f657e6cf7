using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>A copy of what is kept about a person, for that person to fetch (GDPR articles 15 and 20).</summary>
/// <param name="Subjects">Keyed hashes of whom it was asked for.</param>
/// <param name="Records">The messages, orders and scans in it.</param>
/// <param name="TokenHash">For an earlier version of the app: see <see cref="ExportLinks.Hash"/>.</param>
/// <param name="IsWhole">False as long as it is being made.</param>
/// <param name="Recipient">Whom it is sent to; null when she fetches it herself.</param>
/// <param name="Right">Portability has a part of it only.</param>
/// <param name="IsRestricted">Something in it may only be stored since it was made.</param>
public sealed record ExportPackage(
    [Pseudonymous] Id Id,
    [Pseudonymous] IReadOnlyList<string> Subjects,
    [Pseudonymous] IReadOnlySet<Id> Records,
    [Pseudonymous, StoredAs("token")] string TokenHash,
    [Operational, StoredAs("whole")] bool IsWhole = false,
    [Personal(DataCategory.Rights), StoredAs("restricted")] bool IsRestricted = false,
    [Personal(DataCategory.Rights), StoredAs("for")] PackageRight Right = PackageRight.Access,
    PackageRecipient? Recipient = null)
{
    /// <summary>The name of the kind of record, as stored.</summary>
    public const string Kind = "export";

    public Derivation Retention(RetentionRules rules, DateOnly today) =>
        rules.Apply(RetentionSchedule.Export, CreatedOn(Id), Interventions.None, today);

    /// <summary>The day until which it can be fetched, as people are told: the last that is there whole, for it is destroyed early on the next.</summary>
    public DateOnly FetchableUntil(RetentionRules rules) => Retention(rules, CreatedOn(Id)).DestroyOn.AddDays(-1);

    /// <summary>The one due row that stands for a package: nothing ever moves its deadline.</summary>
    public DueRow Due(RetentionRules rules) => DueRow.First(Retention(rules, CreatedOn(Id)).DueOn, new(Kind, Id));

    private static DateOnly CreatedOn(Id id) => Amsterdam.DateOf(id.MadeAt);
}

/// <summary>Somebody whom a person named, to get what she takes along (GDPR article 20(2)).</summary>
/// <param name="Owner">The mail address of the person herself: she is told that it was sent, and to whom.</param>
/// <param name="Language">Of the letter to them.</param>
public sealed record PackageRecipient(
    [Personal(DataCategory.Identity)] string Name,
    [Personal(DataCategory.Contact)] string Email,
    [Personal(DataCategory.Contact)] string Owner,
    [Personal(DataCategory.Contact)] string Language);
