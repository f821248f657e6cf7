using WelWee3D.Retention;

namespace WelWee3D.Uploads;

internal static class UploadRows
{
    public const string RowKey = "upload";

    public static TableEntity Row(Upload upload)
    {
        var row = new TableEntity($"{upload.Id}", RowKey).With(upload);
        row[nameof(Upload.Subjects)] = Joined(upload.Subjects);
        row[nameof(Upload.Parts)] = Joined(upload.Parts.Select(part => $"{part}"));
        row["DueOn"] = upload.Due.On.Iso();
        (row["Attempt"], row["AttemptFrom"], row["AttemptCounts"]) = (upload.Attempt.Number, upload.Attempt.From, upload.Attempt.Counts);
        return row;
    }

    public static Upload Read(TableEntity row)
    {
        var id = Id.Parse(row.PartitionKey);
        // These are no JSON: they are stored parted by spaces.
        var (subjects, parts) = (Taken(row, nameof(Upload.Subjects)), Taken(row, nameof(Upload.Parts)));
        return row.Read<Upload>(id) with
        {
            Subjects = subjects,
            Parts = [.. parts.Select(Id.Parse)],
            Due = DueRow.First(Amsterdam.Date(row.Text("DueOn")), new(Upload.Kind, id)),
            Attempt = new(row.GetInt32("Attempt") ?? 0, row.GetInt64("AttemptFrom") ?? 0, row.GetBoolean("AttemptCounts") ?? false),
            Version = row.ETag,
        };
    }

    private static string? Joined(IEnumerable<string> words) => string.Join(' ', words) is { Length: > 0 } joined ? joined : null;

    private static string[] Taken(TableEntity row, string column)
    {
        var words = row.GetString(column)?.Split(' ') ?? [];
        row.Remove(column);
        return words;
    }
}
