using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>Looks for the words that only <see cref="FilledStorage"/>'s person has.</summary>
internal static class Marks
{
    // Where files are found, not what is in them; as the client of a tus upload sent it, beside the name that is told; and what the
    // audit tells in words of its own.
    private static readonly string[] NeverTold = ["Unclaimed.BlobName", "Uploads.Metadata", "Audit.Reason"];

    public static bool IsHers(string text) => FilledStorage.Personal.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Those that are in a text.</summary>
    public static IEnumerable<string> In(string text) => FilledStorage.Personal.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>What stands in a column: one text, or those in its JSON.</summary>
    private static IEnumerable<string> Words(string stored) =>
        stored is ['[' or '{' or '"', ..] ? Texts(JsonSerializer.Deserialize<JsonElement>(stored)) : [stored];

    /// <summary>Every text in every table of a package.</summary>
    public static IEnumerable<string> Texts(OpenedPackage opened) =>
        opened.Entries.Where(entry => entry.FullName.StartsWith("data/", StringComparison.Ordinal)).SelectMany(entry => Texts(opened.Json(entry.FullName)));

    /// <summary>The personal values in a table that are hers, each with its place.</summary>
    private static async Task<IEnumerable<StoredValue>> Kept(World world, StoredTable table) =>
        (await world.Storage.Rows(table.Name)).SelectMany(row => Declarations.In(table, row))
            .Where(value => value.Class == DataClasses.Personal && IsHers(value.Text));

    /// <summary>The tables in which there is a word of hers, also where nobody declared it.</summary>
    public static async Task<HashSet<string>> Tables(World world)
    {
        var names = new HashSet<string>();
        await foreach (var table in new TableServiceClient(world.Storage.ConnectionString).QueryAsync())
            if ((await world.Storage.Rows(table.Name)).Any(row => row.Any(column => IsHers($"{column.Value}"))))
                names.Add(table.Name);
        return names;
    }

    /// <summary>Where something personal of hers is kept that a package does not tell.</summary>
    public static async Task<IEnumerable<string>> NotTold(World world, DataInventory inventory, OpenedPackage package)
    {
        var told = Texts(package).ToHashSet();
        var missing = new HashSet<string>();
        foreach (var table in inventory.Tables)
            foreach (var value in await Kept(world, table))
                if (!Words(value.Text).Where(IsHers).All(told.Contains))
                    missing.Add(value.Place);
        return missing.Except(NeverTold);
    }

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };
}
