namespace WelWee3D.Tests.Retention;

/// <summary>Scans as they come in: by an upload.</summary>
internal static class Uploading
{
    private const string Phone = "06 12345678";

    private static readonly CancellationToken None = CancellationToken.None;

    public static async Task<Id> NewMessage(this World world) => (await world.Given.Message(phone: Phone)).Id;

    public static Task<Order> NewOrder(this World world, string email = Make.Email) => world.Given.Order(email, Phone);

    /// <summary>An upload of which all bytes have come, and which has yet to become a scan.</summary>
    public static async Task<Id> NewUpload(this World world, Order order)
    {
        // No two are the same file.
        var content = new byte[100];
        world.NewId().ToString().Select(letter => (byte)letter).ToArray().CopyTo(content, 0);
        return (await world.Given.SentUpload(order, content)).Id;
    }

    /// <summary>An order with a scan, shipped today.</summary>
    public static async Task<(Order Order, Id Scan)> NewShippedOrder(this World world, string email = Make.Email)
    {
        var order = await world.NewOrder(email);
        var upload = await world.NewUpload(order);
        Assert.Equal(Completion.Done, await world.Finish(upload));
        await world.Get<OrderStore>().Change(order.Id, each => OrderRules.Ship(each, world.Today, Make.Act(world.Now)), None);
        return (order, upload);
    }

    /// <summary>As whoever asks about it when its last byte has come; null when somebody else has its turn, or it is gone.</summary>
    public static async Task<Completion?> Finish(this World world, Id id)
    {
        var uploads = world.Get<UploadStore>();
        if (await uploads.Find(id, None) is not { } upload)
            return null;
        await using var turn = await uploads.TakeTurn(upload, upload.Length!.Value, counts: true);
        return turn is null ? null : (await uploads.Complete(turn)).Completion;
    }
}
