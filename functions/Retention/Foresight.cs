namespace WelWee3D.Retention;

/// <summary>What cannot be undone is told first: which records a change would have destroyed soon.</summary>
public static class Foresight
{
    /// <summary>Whatever is due within so many days is due soon: less than a letter's week away.</summary>
    public const int Days = 8;

    /// <summary>The records, and parts, that go within these days, and would not have gone by then without the change. Pure.</summary>
    /// <param name="before">Null when the change is what brings the record.</param>
    public static IReadOnlyList<KeptRecord> Sooner(KeptRecord? before, KeptRecord after, DateOnly today) =>
        [.. Earlier(before, after).Where(each => each.Retention.DueOn <= today.AddDays(Days))];

    /// <summary>What a decision that nothing takes back is about, on whichever day it goes, and what goes soon because of it. Pure.</summary>
    /// <inheritdoc cref="Sooner"/>
    public static IReadOnlyList<KeptRecord> Decided(Item about, KeptRecord before, KeptRecord after, DateOnly today) =>
        [.. after.WithParts.Where(each => each.Item == about), .. Sooner(before, after, today).Where(each => each.Item != about)];

    /// <summary>The records, and parts, that would go on an earlier day because of a change, however far away that is. Pure.</summary>
    /// <inheritdoc cref="Sooner"/>
    public static IEnumerable<KeptRecord> Earlier(KeptRecord? before, KeptRecord after)
    {
        var former = (before?.WithParts ?? []).ToDictionary(each => each.Item, each => each.Retention.DueOn);
        return after.WithParts.Where(each => each.Retention.DueOn is { } due && !(former.GetValueOrDefault(each.Item) <= due));
    }
}
