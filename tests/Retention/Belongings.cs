using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace WelWee3D.Tests.Retention;

/// <summary>Puts things into the storage of an app, and looks for what is left of them.</summary>
internal static class Belongings
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static async Task<Id> NewMessage(this Backend app, string email = "anna@example.org")
    {
        var now = app.Clock.GetUtcNow();
        var id = Id.New(now);
        Assert.True(await app.The<ContactMessages>().Add(
            new(id, "Anna", email, "06 12345678", "Wanneer kan ik komen?", "nl", ContactMessage.FromForm, now, app.Today), None));
        return id;
    }

    public static async Task<Id> NewOrder(this Backend app, string email = "anna@example.org") =>
        (await app.The<OrderStore>().Open(new("Anna", email, "06 12345678", null, "nl"), None)).Id;

    /// <summary>An order with a scan, shipped today.</summary>
    public static async Task<(Id Order, Id Scan)> NewShippedOrder(this Backend app, string email = "anna@example.org")
    {
        var order = await app.NewOrder(email);
        var upload = await app.NewUpload(order);
        Assert.Equal(Completion.Done, await app.Finish(upload));
        await app.The<OrderStore>().Change(order, each => OrderRules.Ship(each, app.Today, app.Today), None);
        return (order, upload);
    }

    /// <summary>An upload of which all bytes have come, and which has yet to become a scan.</summary>
    public static async Task<Id> NewUpload(this Backend app, Id order)
    {
        var uploads = app.The<UploadStore>();
        var known = await app.The<OrderStore>().Find(order, None);
        var upload = await uploads.Create(known!, new(order, "buik.stl", null, "filename YnVpay5zdGw="), 100, None);
        await using var turn = await uploads.TakeTurn(upload, 0, counts: true);
        await app.Blobs.GetBlockBlobClient($"{order}/{upload.BlobName}").StageBlockAsync(
            new Block(0, turn!.Upload.Attempt.Number, 100).Id, new MemoryStream(new byte[100]));
        return upload.Id;
    }

    /// <summary>As whoever asks about it when its last byte has come; null when somebody else has its turn, or it is gone.</summary>
    public static async Task<Completion?> Finish(this Backend app, Id id)
    {
        var uploads = app.The<UploadStore>();
        if (await uploads.Find(id, None) is not { } upload)
            return null;
        await using var turn = await uploads.TakeTurn(upload, upload.Length, counts: true);
        return turn is null ? null : await uploads.Complete(turn);
    }

    public static async Task<Id> NewStrayBlob(this Backend app, string name)
    {
        var blob = app.Blobs.GetBlobClient(name);
        await blob.UploadAsync(new BinaryData("something"u8.ToArray()));
        await app.Function<RecordScan>().Run(blob, None);
        var rows = await app.Rows(UnclaimedBlobs.TableName);
        return Id.Parse(rows.Single(row => row.GetString("BlobName") == name).PartitionKey);
    }

    /// <summary>How many certificates name each thing.</summary>
    public static async Task<Dictionary<Id, int>> Certified(this Backend app)
    {
        var items = new List<Id>();
        await foreach (var certificate in app.The<Certificates>().All(None))
            items.AddRange(certificate.Read().Items.Select(item => item.Id));
        return items.CountBy(id => id).ToDictionary();
    }

    public static async Task Empty(this Backend app)
    {
        foreach (var table in (string[])[.. StorageSetup.RecordTables, .. StorageSetup.LedgerTables])
            await Task.WhenAll((await app.Rows(table)).Select(row => app.Table(table).DeleteEntityAsync(row.PartitionKey, row.RowKey)));
        foreach (var name in await app.BlobNames())
            await app.Blobs.DeleteBlobIfExistsAsync(name);
    }

    public static async Task<List<TableEntity>> Rows(this Backend app, string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in app.Table(table).QueryAsync<TableEntity>())
            rows.Add(row);
        return rows;
    }

    /// <summary>Those of blobs that were never committed included.</summary>
    public static async Task<List<string>> BlobNames(this Backend app)
    {
        var names = new List<string>();
        await foreach (var blob in app.Blobs.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted | BlobStates.Snapshots, null, default))
            names.Add(blob.Name);
        return names;
    }
}
