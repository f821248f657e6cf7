using Azure.Data.Tables;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Uploads;

internal static class UploadRows
{
    public const string RowKey = "upload";

    public static TableEntity Row(Upload upload) => new(upload.Id.ToString(), RowKey)
    {
        ["OrderId"] = upload.OrderId.ToString(),
        ["Subjects"] = string.Join(' ', upload.Subjects),
        ["FileName"] = upload.FileName,
        ["ScannedOn"] = upload.ScannedOn.Iso(),
        ["Length"] = upload.Length,
        ["BlobName"] = upload.BlobName,
        ["Metadata"] = upload.Metadata,
        ["Again"] = upload.Again,
        ["DestroysNow"] = upload.DestroysNow,
        ["CreatedOn"] = upload.CreatedOn.Iso(),
        ["DueOn"] = upload.Due.On.Iso(),
        ["Attempt"] = upload.Attempt.Number,
        ["AttemptFrom"] = upload.Attempt.From,
        ["AttemptCounts"] = upload.Attempt.Counts,
        ["LockedUntil"] = upload.LockedUntil,
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
            OrderId = Id.Parse(row.Text("OrderId")),
            Subjects = row.GetString("Subjects")?.Split(' ') ?? [],
            FileName = row.Text("FileName"),
            ScannedOn = Amsterdam.Date(row.Text("ScannedOn")),
            Length = row.GetInt64("Length") ?? 0,
            BlobName = row.Text("BlobName"),
            Metadata = row.Text("Metadata"),
            Again = row.GetBoolean("Again") ?? false,
            DestroysNow = row.GetBoolean("DestroysNow") ?? false,
            CreatedOn = Amsterdam.Date(row.Text("CreatedOn")),
            Due = DueRow.First(Amsterdam.Date(row.Text("DueOn")), new(Upload.Kind, id)),
            Attempt = new(row.GetInt32("Attempt") ?? 0, row.GetInt64("AttemptFrom") ?? 0, row.GetBoolean("AttemptCounts") ?? false),
            LockedUntil = row.GetDateTimeOffset("LockedUntil"),
            MakesWay = row.GetBoolean("MakesWay") ?? false,
            IsCondemned = row.GetBoolean("IsCondemned") ?? false,
            IsComplete = row.GetBoolean("IsComplete") ?? false,
            Version = row.ETag,
        };
    }
}
