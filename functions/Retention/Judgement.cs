namespace WelWee3D.Retention;

/// <summary>What is to become of a due row, and of the record behind it.</summary>
/// <param name="Destroy">What is to be destroyed now: the record, or those of its parts that are due.</param>
/// <param name="IsStray">The row leads nowhere, or was left behind by a change: it goes, and nothing else.</param>
public sealed record Judgement(IReadOnlyList<KeptRecord> Destroy, bool IsStray)
{
    public static readonly Judgement Leave = new([], IsStray: false);
    public static readonly Judgement Tidy = new([], IsStray: true);

    /// <summary>The record decides, not the row. Pure.</summary>
    /// <param name="behind">The record that the row is about, as it stands; null when there is none.</param>
    public static Judgement Of(DueRow row, KeptRecord? behind, DateOnly today)
    {
        if (behind is null)
            return Tidy;
        // Only the row that a record names stands for it. One of a later version belongs to a change that is under way.
        if (row != behind.Due)
            return row.Version <= behind.Due.Version ? Tidy : Leave;

        var parts = behind.Parts.Where(part => IsDue(part, today)).ToList();
        if (parts.Count > 0)
            return new(parts, IsStray: false);
        return behind.Parts.Count == 0 && IsDue(behind, today) ? new([behind], IsStray: false) : Leave;
    }

    private static bool IsDue(KeptRecord record, DateOnly today) => record.IsBegun || record.Retention.IsDue(today);
}
