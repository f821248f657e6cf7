using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace WelWee3D.Tests;

/// <summary>Puts things into a world, as the app itself stores them.</summary>
public sealed class Given(World world)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private int addresses;

    /// <summary>A mail address that nobody else has.</summary>
    public string NewAddress() => $"client{++addresses}@example.nl";

    /// <param name="on">The day it was received, at its first moment; now if nothing is said.</param>
    public async Task<ContactMessage> Message(string email = Make.Email, DateOnly? on = null, string? phone = null)
    {
        var message = Make.Message(on is { } day ? Amsterdam.StartOf(day) : world.Now, email, phone);
        Assert.True(await world.Get<ContactMessages>().Add(message, None));
        return message with { Due = DueRow.First(message.Retention(world.Get<RetentionRules>(), world.Today).DueOn, message.Item) };
    }

    /// <summary>A message that came by mail: a copy of it is in the mailbox of the practice.</summary>
    public async Task<ContactMessage> MessageByMail(string email = Make.Email, DateOnly? on = null, string? phone = null)
    {
        var message = Make.Message(Amsterdam.StartOf(on ?? world.Today), email, phone) with { Channel = ContactChannel.Mail, MailCopy = new(Settings.Mailbox, on ?? world.Today) };
        Assert.True(await world.Get<ContactMessages>().Add(message, None));
        return (await world.Get<ContactMessages>().Find(message.Id, None))!;
    }

    /// <param name="agreed">What has happened to it since.</param>
    public async Task<PrivacyRequest> Request(string email = Make.Email, string? phone = null, Func<PrivacyRequest, PrivacyRequest>? agreed = null)
    {
        var request = Make.Request(world.Now, email, phone);
        request = agreed is null ? request : agreed(request);
        Assert.True(await world.Get<RequestRegister>().Add(request, None));
        if (request.Closing is not null)
            Assert.True(await world.Get<AnsweredRequests>().Note(request, None));
        return (await world.Get<RequestRegister>().Find(request.Id, None))!;
    }

    /// <param name="agreed">What has happened to it since.</param>
    public async Task<Order> Order(string email = Make.Email, string? phone = null, Func<Order, Order>? agreed = null)
    {
        var order = await Opened(Make.Client(email, phone));
        return agreed is null ? order : await Change(order, agreed);
    }

    public async Task<Order> Opened(Client client)
    {
        var order = world.Get<OrderStore>().Draft(Id.New(world.Now), client, openedOn: null, destroysNow: false).Order!;
        Assert.True(await world.Get<OrderStore>().TryAdd(order, None));
        return order;
    }

    public async Task<Order> Change(Order order, Func<Order, Order> change) =>
        (await world.Get<OrderStore>().Change(order.Id, change, None))!;

    /// <summary>An order with one scan.</summary>
    /// <param name="agreed">What has happened to it since.</param>
    /// <param name="file">Its content; empty for a file that never came.</param>
    /// <param name="read">Whether the app has read the file already. The host reads what it finds, so under it this is better said.</param>
    /// <param name="disks">Those that it was copied to.</param>
    public async Task<Order> OrderWithScan(
        string email = Make.Email, string? phone = null, Func<Order, Order>? agreed = null, byte[]? file = null, bool read = true,
        string[]? disks = null)
    {
        var scan = await NewScan(file ?? Make.File, read, disks);
        var order = await Order(email, phone, order => (agreed ?? (same => same))(order with { Scans = [scan] }));
        await Put(order.Id, scan, file ?? Make.File);
        return order;
    }

    /// <summary>One that would be gone by now, were it not for its scan.</summary>
    public Task<Order> OrderKeptForItsScan() => OrderWithScan(agreed: order => order with { OpenedOn = world.Today.AddYears(-6) });

    /// <summary>An order that was there, and is no more: not destroyed, but as if it had never been.</summary>
    public async Task Gone(Order order)
    {
        await world.Get<OrderStore>().Delete(order.Id, _ => true, None);
        foreach (var scan in order.Scans)
            await world.Storage.Scans.DeleteBlobIfExistsAsync($"{order.Id}/{scan.BlobName}");
    }

    /// <summary>One scan more.</summary>
    public async Task<Order> Scan(Order order, bool read = true)
    {
        var scan = await NewScan(Make.File, read, disks: null);
        order = await Change(order, found => found with { Scans = [.. found.Scans, scan] });
        await Put(order.Id, scan, Make.File);
        return order;
    }

    /// <summary>A disk of the register.</summary>
    public async Task<Disk> Disk(string label = "SCHIJF-1")
    {
        Assert.True(DiskLabel.TryParse(label, out var parsed));
        return (await world.Get<DiskRegister>().Register(parsed, None)).Disk;
    }

    /// <summary>A recipient of the register.</summary>
    public async Task<Recipient> Recipient(string label = "PRINTER", string language = "nl") => (await world.Get<RecipientRegister>().Register(
        new(label, $"De {label}", $"{label}@drukker.example".ToLowerInvariant(), "Beeldjes printen", language, world.Today), world.Now, None)).Recipient;

    /// <summary>An order of which a recipient was given all scans, and these details.</summary>
    public async Task<Order> Disclosed(Order order, string recipient = "PRINTER", params ClientDetail[] details)
    {
        var known = await Recipient(recipient);
        return await Change(order, found => found with
        {
            Disclosures =
            [
                .. found.Disclosures,
                new(world.NewId(), known.Label, known.Name, known.Purpose, [.. found.Scans.Select(scan => scan.Id)], details, world.Today),
            ],
        });
    }

    /// <summary>A notice that is open, about whoever has this address and number.</summary>
    public async Task<RecipientNotice> Notice(string email = Make.Email, string? phone = null, Func<RecipientNotice, RecipientNotice>? agreed = null)
    {
        await Recipient();
        var order = world.NewId();
        var notice = new RecipientNotice(
            RecipientNotice.IdOf(NoticeCause.Restriction, order, "PRINTER", ""), NoticeCause.Restriction, "PRINTER", order, world.NewId(), world.Today,
            [new(world.Today, 1, [ClientDetail.Name])], [], world.Get<SubjectKeys>().Of(email, phone));
        notice = agreed is null ? notice : agreed(notice);
        Assert.True(await world.Get<RecipientNotices>().Add(notice, None));
        return notice;
    }

    /// <summary>A quote that was sent, of an order of whoever has this address and number.</summary>
    public async Task<Quote> Quote(string email = Make.Email, string? phone = null, Func<Quote, Quote>? agreed = null) =>
        await Quote(await Order(email, phone), agreed);

    public async Task<Quote> Quote(Order order, Func<Quote, Quote>? agreed = null)
    {
        var quote = Make.Quote(order, world.Now, world.Get<OrderStore>().SubjectsOf(order));
        return await world.Get<QuoteRegister>().Make(agreed is null ? quote : agreed(quote), None);
    }

    /// <summary>An upload of which nothing has come yet.</summary>
    public Task<Upload> Upload(Order order, long length = 100) => Upload(order, Make.Metadata(order.Id), length);

    public Task<Upload> Upload(Order order, UploadMetadata metadata, long length)
    {
        var uploads = world.Get<UploadStore>();
        return uploads.Add(uploads.Begin(order, metadata, length), None);
    }

    /// <summary>An upload of which all bytes have come, in these blocks, and which has yet to become a scan.</summary>
    public async Task<Upload> SentUpload(Order order, params byte[][] blocks)
    {
        var upload = await Upload(order, blocks.Sum(block => block.Length));
        var turn = (await world.Get<UploadStore>().TakeTurn(upload, 0, counts: true))!;
        await Stage(turn.Upload, blocks);
        await turn.DisposeAsync();
        return turn.Upload;
    }

    /// <summary>Bytes of an upload, past the app.</summary>
    public async Task Stage(Upload upload, params byte[][] blocks)
    {
        var blob = upload.IsPartial
            ? world.Storage.PartialUploads.GetBlockBlobClient(upload.BlobName)
            : world.Storage.Scans.GetBlockBlobClient($"{upload.OrderId}/{upload.BlobName}");
        var offset = 0;
        foreach (var block in blocks)
        {
            await blob.StageBlockAsync(new Block(offset, upload.Attempt.Number, block.Length).Id, new MemoryStream(block));
            offset += block.Length;
        }
    }

    /// <summary>A file in the container of scans.</summary>
    public async Task<BlobClient> File(string name, byte[]? content = null)
    {
        var blob = world.Storage.Scans.GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromBytes(content ?? Make.File), overwrite: true);
        return blob;
    }

    /// <summary>A file that no order knows, found by the app.</summary>
    public async Task<UnclaimedBlob> StrayBlob(string name, byte[]? content = null)
    {
        await world.Function<RecordScan>().Run(await File(name, content), None);
        var blobs = world.Get<UnclaimedBlobs>();
        return (await blobs.All(None).Select(async (record, token) => await blobs.Find(record.Item.Id, token)).SingleAsync(blob => blob?.BlobName == name))!;
    }

    /// <summary>A package with copies of these records.</summary>
    public async Task<ExportPackage> Package(params Id[] records)
    {
        var package = new ExportPackage(world.NewId(), ["5b0e"], records.ToHashSet(), "");
        Assert.True(await world.Get<ExportPackages>().Make(package, async (stream, token) => await stream.WriteAsync(Make.File, token), None));
        return package;
    }

    private async Task<Scan> NewScan(byte[] file, bool read, string[]? disks)
    {
        var scan = Make.Scan(world.Now, file.Length, disks ?? []);
        return read && file.Length > 0
            ? scan with { Facts = await ScanReading.Read(() => new MemoryStream(file), file.Length, None) }
            : scan;
    }

    private async Task Put(Id order, Scan scan, byte[] file)
    {
        if (file.Length > 0)
            await File($"{order}/{scan.BlobName}", file);
    }
}
