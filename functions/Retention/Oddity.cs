namespace WelWee3D.Retention;

/// <summary>Why people are asked to look once more at what is about to go: as told in answers.</summary>
public static class Oddity
{
    /// <summary>Somebody opened, changed or downloaded it in the last week.</summary>
    public const string UsedLately = "used-lately";

    /// <summary>The date that its term starts with was entered long after that day.</summary>
    public const string EnteredLate = "entered-late";

    /// <summary>The term of its rule changed since an earlier release.</summary>
    public const string TermChanged = "term-changed";

    /// <summary>More of its kind goes in the coming week than in three usual ones.</summary>
    public const string MoreThanUsual = "more-than-usual";

    public static string InDutch(string oddity) => oddity switch
    {
        UsedLately => "iemand heeft het de afgelopen week nog geopend, gewijzigd of opgehaald",
        EnteredLate => "de datum waarop de termijn begint, is pas lang daarna ingevoerd",
        TermChanged => "de bewaartermijn is kortgeleden veranderd",
        MoreThanUsual => "er gaat veel meer van deze soort dan in een gewone week",
        _ => oddity,
    };
}

/// <summary>What is odd about the coming week. Asks; never keeps anything from going.</summary>
/// <param name="ChangedRules">Those whose term changed lately.</param>
/// <param name="BusyKinds">Those of which unusually much goes.</param>
public sealed record Oddities(DateOnly Today, IReadOnlySet<string> ChangedRules, IReadOnlySet<string> BusyKinds)
{
    /// <summary>In days.</summary>
    public const int Week = 7;

    private const int LongAfter = 30;
    private const int ManyTimes = 3;

    /// <summary>Whether so many of a kind are far more than go in a usual week; one more than usual never is.</summary>
    public static bool IsMoreThanUsual(int count, double usual) => count > ManyTimes * Math.Max(1, usual);

    /// <summary>Whether a record is one of the coming week.</summary>
    public static bool Regard(KeptRecord record, DateOnly today) => record.Retention.DueOn <= today.AddDays(Week);

    public IReadOnlyList<string> Of(KeptRecord record)
    {
        if (!Regard(record, Today))
            return [];
        (string Name, bool IsSo)[] all =
        [
            (Oddity.UsedLately, record.UsedOn > Today.AddDays(-Week)),
            (Oddity.EnteredLate, record.EnteredOn > record.Retention.Start.AddDays(LongAfter)),
            (Oddity.TermChanged, ChangedRules.Contains(record.Retention.Rule)),
            (Oddity.MoreThanUsual, BusyKinds.Contains(record.Item.Kind)),
        ];
        return [.. all.Where(each => each.IsSo).Select(each => each.Name)];
    }
}
