using Azure.Data.Tables;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Uploads;

internal static class UploadRows
{
    public const string RowKey = "upload";

    public static TableEntity Row(Upload upload) => new(upload.Id.ToString(), RowKey)
    {
        ["OrderId"] = upload.OrderId?.ToString(),
        ["Subjects"] = Joined(upload.Subjects),
        ["FileName"] = upload.FileName,
        ["ScannedOn"] = upload.ScannedOn.Iso(),
        ["Length"] = upload.Length,
        ["BlobName"] = upload.BlobName,
        ["Metadata"] = upload.Metadata,
        ["Again"] = upload.Again,
        ["DestroysNow"] = upload.DestroysNow,
        ["IsPartial"] = upload.IsPartial,
        ["Parts"] = Joined(upload.Parts.Select(part => part.ToString())),
        ["JoinedBy"] = upload.JoinedBy?.ToString(),
        ["CreatedOn"] = upload.CreatedOn.Iso(),
        ["DueOn"] = upload.Due.On.Iso(),
        ["Attempt"] = upload.Attempt.Number,
        ["AttemptFrom"] = upload.Attempt.From,
        ["AttemptCounts"] = upload.Attempt.Counts,
        ["LockedUntil"] = upload.LockedUntil,
        ["LockedBy"] = upload.LockedBy,
        ["MakesWay"] = upload.MakesWay,
        ["IsCondemned"] = upload.IsCondemned,
        ["IsComplete"] = upload.IsComplete,
    };

    public static Upload Read(TableEntity row)
    {
        var id = Id.Parse(row.PartitionKey);
        return new()
        {
            Id = id,
            OrderId = IdOf(row, "OrderId"),
            Subjects = Split(row, "Subjects"),
            FileName = row.Text("FileName"),
            ScannedOn = Amsterdam.Date(row.Text("ScannedOn")),
            Length = row.GetInt64("Length"),
            BlobName = row.Text("BlobName"),
            Metadata = row.Text("Metadata"),
            Again = row.GetBoolean("Again") ?? false,
            DestroysNow = row.GetBoolean("DestroysNow") ?? false,
            IsPartial = row.GetBoolean("IsPartial") ?? false,
            Parts = [.. Split(row, "Parts").Select(Id.Parse)],
            JoinedBy = IdOf(row, "JoinedBy"),
            CreatedOn = Amsterdam.Date(row.Text("CreatedOn")),
            Due = DueRow.First(Amsterdam.Date(row.Text("DueOn")), new(Upload.Kind, id)),
            Attempt = new(row.GetInt32("Attempt") ?? 0, row.GetInt64("AttemptFrom") ?? 0, row.GetBoolean("AttemptCounts") ?? false),
            LockedUntil = row.GetDateTimeOffset("LockedUntil"),
            LockedBy = row.GetString("LockedBy"),
            MakesWay = row.GetBoolean("MakesWay") ?? false,
            IsCondemned = row.GetBoolean("IsCondemned") ?? false,
            IsComplete = row.GetBoolean("IsComplete") ?? false,
            Version = row.ETag,
        };
    }

    private static string? Joined(IEnumerable<string> words) => string.Join(' ', words) is { Length: > 0 } joined ? joined : null;

    private static string[] Split(TableEntity row, string column) => row.GetString(column)?.Split(' ') ?? [];

    private static Id? IdOf(TableEntity row, string column) => row.GetString(column) is { } text ? Id.Parse(text) : null;
}
