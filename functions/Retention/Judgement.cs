namespace WelWee3D.Retention;

/// <summary>What is to become of a due row, and of the record behind it.</summary>
/// <param name="Destroy">What is to be destroyed now: the record, or those of its parts that are due.</param>
/// <param name="IsStray">The row leads nowhere, or was left behind by a change: it goes, whatever becomes of the record.</param>
public sealed record Judgement(IReadOnlyList<KeptRecord> Destroy, bool IsStray)
{
    /// <summary>The record decides, not the row. Pure.</summary>
    /// <param name="behind">The record that the row is about, as it stands; null when there is none.</param>
    public static Judgement Of(DueRow row, KeptRecord? behind, DateTimeOffset now)
    {
        if (behind is null)
            return new([], IsStray: true);
        // Of a change that is under way: it may be needed yet, and who makes the change sees to it.
        if (row.Version > behind.Due.Version)
            return new([], IsStray: false);
        return new(Due(behind, now), IsStray: row != behind.Due);
    }

    /// <summary>What has parts goes after them.</summary>
    private static IReadOnlyList<KeptRecord> Due(KeptRecord record, DateTimeOffset now)
    {
        if (record.Parts.Count > 0)
            return [.. record.Parts.Where(part => part.IsDueAt(now))];
        return record.IsDueAt(now) ? [record] : [];
    }
}
