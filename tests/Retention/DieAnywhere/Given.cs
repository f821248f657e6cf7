namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>What is there before something dies.</summary>
internal static class Given
{
    public static readonly byte[] File = Scans.StlFiles.BinaryBox(300, 400, 500);

    public static async Task<ContactMessage> Message(Life life, string email)
    {
        var now = life.Get<TimeProvider>().GetUtcNow();
        var message = ContactMessage.From(
            new ContactForm { Name = "Eva", Email = email, Message = "Hallo!" }, Id.New(now), now) with { Source = "phone" };
        Assert.True(await life.Get<ContactMessages>().Add(message, default));
        return message;
    }

    public static async Task<Order> Order(Life life, string email, Func<Order, Order>? agreed = null)
    {
        var orders = life.Get<OrderStore>();
        var order = await orders.Open(new Client("Anna de Vries", email, null, null, "nl"), default);
        return agreed is null ? order : (await orders.Change(order.Id, agreed, default))!;
    }

    /// <summary>So that what follows is without it.</summary>
    public static async Task Remove(MortalApp app, Order order)
    {
        await using var life = app.Live();
        await life.Get<OrderStore>().Delete(order.Id, _ => true, default);
        foreach (var scan in order.Scans)
            await app.Scans.DeleteBlobIfExistsAsync($"{order.Id}/{scan.BlobName}");
    }

    /// <summary>An order whose only scan is with its file in storage.</summary>
    public static async Task<Order> OrderWithScan(Life life, string email, Func<Order, Order>? agreed = null, params DiskCopy[] copies)
    {
        var at = life.Get<TimeProvider>().GetUtcNow();
        var scan = Scan(at, copies);
        var order = await Order(life, email, order => (agreed ?? (same => same))(order with { Scans = [scan] }));
        await Put(life, order.Id, scan);
        return order;
    }

    public static Scan Scan(DateTimeOffset at, params DiskCopy[] copies)
    {
        var id = Id.New(at);
        return new()
        {
            Id = id, FileName = "buik.stl", BlobName = $"{id}.stl", ScannedOn = Amsterdam.DateOf(at), Bytes = File.Length, Copies = copies,
        };
    }

    public static Task Put(Life life, Id order, Scan scan) =>
        life.Get<ScanBlobs>().Of(order, scan).UploadAsync(BinaryData.FromBytes(File), overwrite: true);

    public static DiskCopy Copy(DateTimeOffset at, string disk) => new(Id.New(at), disk, Amsterdam.DateOf(at));
}
