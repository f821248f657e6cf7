using Azure.Data.Tables;

namespace WelWee3D.Tests;

/// <summary>What the app itself tells of what it stores.</summary>
internal static class Found
{
    /// <param name="hashesToo">Whether also those of the hashes that every destruction leaves in its ledger line for a while.</param>
    public static async Task<IReadOnlyList<DueRow>> DueRows(this World world, bool hashesToo = false) =>
        await world.Get<DueIndex>().Until(DateOnly.MaxValue, default).SelectMany(page => page.Rows)
            .Where(row => hashesToo || row.Item.Kind != LineSubjectsKind.Kind).ToListAsync();

    /// <summary>The rows of the due index, past the app, but for those of hashes in the ledger.</summary>
    public static async Task<IReadOnlyList<TableEntity>> DueIndexRows(this World world) =>
        [.. (await world.Storage.Rows(DueIndex.TableName)).Where(row => !row.RowKey.StartsWith($"{LineSubjectsKind.Kind}|", StringComparison.Ordinal))];

    /// <summary>How many certificates name each thing.</summary>
    public static async Task<Dictionary<Id, int>> Certified(this World world) =>
        (await world.Get<Certificates>().All(default).SelectMany(certificate => certificate.Read().Items).ToListAsync())
            .CountBy(item => item.Id).ToDictionary();

    /// <summary>The text of a letter that waits; null when there is none.</summary>
    public static async Task<string?> Letter(this World world, string kind)
    {
        var rows = await world.Storage.Rows(Letters.TableName);
        if (rows.SingleOrDefault(row => row.RowKey.EndsWith($"|{kind}", StringComparison.Ordinal)) is not { } row)
            return null;
        var renderer = world.GetAll<ILetterRenderer>().Single(each => each.Kind == kind);
        return (await renderer.Render(row.RowKey[..row.RowKey.LastIndexOf('|')], default))?.Body.Text;
    }
}
