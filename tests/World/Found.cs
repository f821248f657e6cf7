namespace WelWee3D.Tests;

/// <summary>What the app itself tells of what it stores.</summary>
internal static class Found
{
    /// <param name="hashesToo">Whether also those of what the app notes by itself: the hashes that every destruction leaves in its ledger line, the days of the audit.</param>
    public static async Task<IReadOnlyList<DueRow>> DueRows(this World world, bool hashesToo = false) =>
        await world.Get<DueIndex>().Until(DateOnly.MaxValue, default).SelectMany(page => page.Rows)
            .Where(row => hashesToo || row.Item.Kind is not (LineSubjectsKind.Kind or AuditDays.Kind)).ToListAsync();

    /// <summary>The rows of the due index, past the app, but for those of hashes in the ledger and of days of the audit.</summary>
    public static async Task<IReadOnlyList<TableEntity>> DueIndexRows(this World world) =>
        [.. (await world.Storage.Rows(DueIndex.TableName)).Where(row => row.RowKey.Split('|')[0] is not (LineSubjectsKind.Kind or AuditDays.Kind))];

    /// <summary>How many certificates name each thing.</summary>
    public static async Task<Dictionary<Id, int>> Certified(this World world) =>
        (await world.Get<Certificates>().All(default).SelectMany(certificate => certificate.Read().Items).ToListAsync())
            .CountBy(item => item.Id).ToDictionary();

    /// <summary>The text of a letter that waits; null when there is none.</summary>
    /// <param name="about">What it is about, where more of a kind may wait.</param>
    public static async Task<string?> Letter(this World world, string kind, string about = "")
    {
        var rows = await world.Storage.Rows(Letters.TableName);
        if (rows.SingleOrDefault(row => row.RowKey.EndsWith($"{about}|{kind}", StringComparison.Ordinal)) is not { } row)
            return null;
        var renderer = world.GetAll<ILetterRenderer>().Single(each => each.Kind == kind);
        return (await renderer.Render(row.RowKey[..row.RowKey.LastIndexOf('|')], default))?.Body.Text;
    }
}
