namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>The newest certificates, or all, and the ledger behind them: recomputed here.</summary>
internal sealed class StoredProof
{
    private readonly List<TableEntity> certificates;

    private StoredProof(List<TableEntity> certificates) => this.certificates = certificates;

    /// <summary>How often each item is certified to be destroyed, as kind and id.</summary>
    public IReadOnlyDictionary<string, int> Certified => certificates
        .Select(row => JsonDocument.Parse(row.GetString("Text")).RootElement)
        .SelectMany(text => text.GetProperty("items").EnumerateArray(), (text, item) => $"{text.GetProperty("kind")}|{item.GetProperty("id")}")
        .GroupBy(item => item)
        .ToDictionary(item => item.Key, item => item.Count());

    public static async Task<StoredProof> Newest(World world, int count)
    {
        await foreach (var page in world.Storage.Table("Certificates").QueryAsync<TableEntity>().AsPages(pageSizeHint: count))
            return new([.. page.Values.Reverse()]);
        return new([]);
    }

    public static async Task<StoredProof> All(World world) =>
        new([.. (await world.Storage.Rows("Certificates")).OrderBy(row => row.GetInt32("Number"))]);

    /// <summary>Links that do not hold.</summary>
    public IEnumerable<string> Faults()
    {
        var (number, previous) = certificates is [var first, ..] && first.GetInt32("Number") > 1
            ? (first.GetInt32("Number")!.Value, PreviousOf(first))
            : (1, new string('0', 64));
        foreach (var row in certificates)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.GetString("Text"))));
            if (row.GetInt32("Number") != number || PreviousOf(row) != previous || row.GetString("Hash") != hash)
                yield return string.Create(CultureInfo.InvariantCulture, $"certificate {number} does not follow from the one before it");
            (number, previous) = (number + 1, hash);
        }
        foreach (var item in Certified.Where(item => item.Value != 1))
            yield return $"{item.Key} has {item.Value} certificates";
    }

    /// <summary>Ledger lines without their certificate, and certificates that their line does not name.</summary>
    public async Task<IEnumerable<string>> LedgerFaults(World world)
    {
        var numbers = certificates.ToDictionary(row => row.GetString("Line"), row => row.GetInt32("Number"));
        var lines = (await world.Storage.Rows("Ledger")).ToDictionary(row => row.PartitionKey, row => row.GetInt32("Certificate"));
        var tasks = (await world.Storage.Rows("DestructionTasks")).Select(row => row.RowKey).ToHashSet();
        return
        [
            .. numbers.Where(each => lines.GetValueOrDefault(each.Key) != each.Value).Select(each => $"certificate {each.Value} is not its line's"),
            .. lines.Keys.Except(numbers.Keys).Except(tasks).Select(line => $"ledger line {line} has no certificate"),
            .. tasks.Intersect(numbers.Keys).Select(line => $"{line} is certified, and still a task"),
        ];
    }

    private static string PreviousOf(TableEntity row) =>
        JsonDocument.Parse(row.GetString("Text")).RootElement.GetProperty("previous").GetString()!;
}
