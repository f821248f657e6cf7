using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Storage;

/// <summary>The same rows as another version would have written them.</summary>
internal static class OtherVersions
{
    private const string Unknown = "Tomorrow";

    // What is counted, and not what is said of it: each name is a kind's.
    private static readonly string[] Counts = ["destroyed", "repaired"];

    /// <summary>
    /// With more than this version knows: a column in every row, members at every level of JSON, metadata of every blob, and
    /// a row in every order.
    /// </summary>
    public static KeptRows AsOfTomorrow(this KeptRows kept) => kept with
    {
        Tables = kept.Tables.ToDictionary(table => table.Key, IReadOnlyList<TableEntity> (table) => table.Key switch
        {
            Certificates.TableName => [.. Sealed(table.Value.Select(WithMore))],
            OrderStore.TableName => [.. table.Value.Select(WithMore), .. RowsMore(table.Value)],
            _ => [.. table.Value.Select(WithMore)],
        }),
        Containers = kept.Containers.ToDictionary(container => container.Key, IReadOnlyList<KeptBlob> (container) =>
            [.. container.Value.Select(blob => blob with { Metadata = new Dictionary<string, string>(blob.Metadata) { [Unknown] = "more" } })]),
    };

    /// <summary>Without these columns.</summary>
    public static KeptRows Without(this KeptRows kept, string table, params string[] columns) => kept.Changed(table, row =>
    {
        foreach (var column in columns)
            row.Remove(column);
    });

    /// <summary>With the JSON of a column as this makes it.</summary>
    public static KeptRows With(this KeptRows kept, string table, string column, Action<JsonObject> change) => kept.Changed(table, row =>
    {
        if (row.GetString(column) is not { } text)
            return;
        var json = JsonNode.Parse(text)!.AsObject();
        change(json);
        row[column] = json.ToJsonString();
    });

    /// <summary>The certificates sealed anew, for their text is another.</summary>
    public static KeptRows Sealed(this KeptRows kept) =>
        kept with { Tables = new Dictionary<string, IReadOnlyList<TableEntity>>(kept.Tables) { [Certificates.TableName] = [.. Sealed(kept.Tables[Certificates.TableName])] } };

    private static KeptRows Changed(this KeptRows kept, string table, Action<TableEntity> change)
    {
        var rows = kept.Tables[table].Select(row => new TableEntity(row)).ToList();
        rows.ForEach(change);
        return kept with { Tables = new Dictionary<string, IReadOnlyList<TableEntity>>(kept.Tables) { [table] = rows } };
    }

    private static TableEntity WithMore(TableEntity row)
    {
        var more = new TableEntity(row) { [Unknown] = "more" };
        foreach (var (column, value) in row)
            if (value is string and (['{', ..] or ['[', ..]))
                more[column] = WithMore(JsonNode.Parse((string)value)!).ToJsonString();
        return more;
    }

    private static JsonNode WithMore(JsonNode json)
    {
        if (json is JsonArray list)
            return new JsonArray([.. list.Select(each => each is null ? null : WithMore(each))]);
        if (json is not JsonObject said)
            return json.DeepClone();
        var more = new JsonObject(said.Select(member => KeyValuePair.Create(
            member.Key, member.Value is null || Counts.Contains(member.Key) ? member.Value?.DeepClone() : WithMore(member.Value))));
        more[$"a{Unknown}"] = "more";
        more[$"b{Unknown}"] = new JsonObject { ["id"] = 1, ["items"] = new JsonArray() };
        more[$"c{Unknown}"] = new JsonArray(new JsonObject { ["kind"] = null }, "more", 2.5, true);
        return more;
    }

    private static IEnumerable<TableEntity> RowsMore(IEnumerable<TableEntity> orders) =>
        orders.Select(row => row.PartitionKey).Distinct().Select(order => new TableEntity(order, "invoice|1") { [Unknown] = "more" });

    private static IEnumerable<TableEntity> Sealed(IEnumerable<TableEntity> certificates)
    {
        var previous = SealedCertificate.Origin;
        foreach (var row in certificates.OrderBy(row => row.GetInt32("Number")))
        {
            var text = JsonNode.Parse(row.GetString("Text"))!;
            text["previous"] = previous;
            var changed = text.ToJsonString();
            yield return new(row) { ["Text"] = changed, ["Hash"] = previous = SealedCertificate.HashOf(changed) };
        }
    }
}
