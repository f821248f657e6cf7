using Azure.Storage.Blobs.Specialized;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>What people do: each act is carried out by the app, and told to the things that the oracle watches.</summary>
internal sealed partial class Practice(World world, Random random)
{
    private const string Staff = "8f14e45f-ceea-467f-a5cb-3d1a5a1f0c11";

    private static readonly CancellationToken None = CancellationToken.None;

    public List<Thing> Things { get; } = [];

    /// <summary>Things of which a certificate must have come since the last look.</summary>
    public List<Thing> ToBeCertified { get; } = [];

    public SortedDictionary<string, int> WentByKind { get; } = [];

    public int Acts { get; private set; }

    private DateOnly Today => world.Today;

    public async Task Write(MessageOf message)
    {
        var channel = Chance(60) ? ContactChannel.Form : Chance(50) ? ContactChannel.Phone : ContactChannel.Mail;
        message.ReceivedOn = channel == ContactChannel.Form ? Today : Today.AddDays(-random.Next(0, 4));
        var at = message.ReceivedOn == Today ? world.Now : Amsterdam.StartOf(message.ReceivedOn);
        message.IsInMailbox = channel == ContactChannel.Mail;
        var sent = new ContactMessage(
            Id.New(at), "Anna", MailAddresses.Kept(Email(message.Person)), Chance(70) ? Phones.Kept(Phone(message.Person)) : null, "Wanneer kan ik komen?", "nl",
            channel, at, message.ReceivedOn, MailCopy: message.IsInMailbox ? new(Settings.Mailbox, message.ReceivedOn) : null);
        Assert.True(await world.Get<ContactMessages>().Add(sent, None));
        Came(message, sent.Id);
    }

    /// <summary>Staff destroyed the mail of a message: while it was there, or after, when a task asked them to.</summary>
    public async Task DestroyMail(MessageOf message)
    {
        if (!message.IsInMailbox || message.MailDestroyedOn is not null || (message.IsThere && message.Said.Restricted))
            return;
        Acts++;
        message.MailDestroyedOn = Today;
        Assert.Equal(Today, (await world.Get<MailCopies>().Confirm(Parse(message), Today, Staff, None))!.DestroyedOn);
    }

    public async Task Open(OrderOf order)
    {
        var address = new Address("Keizersgracht 1", null, "1015 AA", "Amsterdam", "NL");
        var opened = await world.Given.Opened(
            new("Anna", MailAddresses.Kept(Email(order.Person)), Phones.Kept(Phone(order.Person))!, address, "nl"));
        Came(order, opened.Id);
    }

    public async Task Ship(OrderOf order)
    {
        if (await Change(order, each => OrderRules.Ship(each, Today, Make.Act(world.Now))))
            order.ShippedOn = Today;
    }

    public async Task Cancel(OrderOf order)
    {
        if (await Change(order, each => OrderRules.Cancel(each, Today, Make.Act(world.Now))))
            order.CancelledOn = Today;
    }

    public async Task Answers(OrderOf order, Purpose purpose, Answer answer)
    {
        var given = new ConsentGiven(
            Id.New(world.Now), purpose, Enum.Parse<ConsentAnswer>($"{answer}"), Channel.Form, "nl", "1",
            world.Now, Staff);
        if (await Change(order, each => OrderRules.Consent(each, given)))
            Answered(order, purpose, answer);
    }

    private void Answered(OrderOf order, Purpose purpose, Answer answer)
    {
        if (purpose == Purpose.KeepScan)
            order.KeepScan = answer;
        else if (answer == Answer.Yes)
            order.NoFigurineSince = null;
        else
            order.NoFigurineSince ??= Today;
    }

    public async Task PlaceHold(OrderOf order, int days)
    {
        // Two of one reason and day would be one.
        var hold = new Hold(Id.New(world.Now), $"claim {order.Said.Holds.Count} of {world.Now:O}", Today.AddDays(days));
        if (await Change(order, each => OrderRules.PlaceHold(each, hold, Today)))
            order.Said.Holds.Add(new(hold.Until) { Id = $"{hold.Id}" });
    }

    public async Task LiftHold(OrderOf order)
    {
        if (order.Said.Holds is [var first, ..] && await Change(order, each => OrderRules.LiftHold(each, Id.Parse(first.Id))))
            order.Said.Holds.Remove(first);
    }

    public async Task Scan(ScanOf scan, int daysAgo)
    {
        if (!scan.Order.TakesScans)
            return;
        var file = StlFiles.BinaryBox(random.Next(1, 2000), random.Next(1, 2000), random.Next(1, 2000));
        scan.ScannedOn = Today.AddDays(-daysAgo);
        var upload = await Begin(scan.Order, file.Length, scan.ScannedOn);
        await using (var turn = await world.Get<UploadStore>().TakeTurn(upload, 0, counts: true))
        {
            await Stage(turn!.Upload, file);
            var completion = (await world.Get<UploadStore>().Complete(turn)).Completion;
            // No figurine can have been made from it: it waits until a date is set right, which nobody does here.
            if (completion == Completion.Waits)
            {
                Assert.True(scan.Order.ShippedOn < scan.ScannedOn);
                Came(new UploadOf(scan.Order) { BlobName = NameOf(upload) }, upload.Id);
                return;
            }
            Assert.Equal(Completion.Done, completion);
        }
        await world.Function<RecordScan>().Run(world.Storage.Scans.GetBlobClient(NameOf(upload)), None);

        Came(new UploadOf(scan.Order) { IsFinished = true }, upload.Id);
        scan.Order.Scans.Add(scan);
        (scan.Bytes, scan.Sha256) = (file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
        scan.BlobName = NameOf(upload);
        Came(scan, upload.Id);
    }

    public async Task LeaveUnfinished(UploadOf unfinished)
    {
        if (!unfinished.Order.TakesScans)
            return;
        var upload = await Begin(unfinished.Order, 1000, null);
        if (Chance(70))
        {
            await using var turn = await world.Get<UploadStore>().TakeTurn(upload, 0, counts: true);
            await Stage(turn!.Upload, new byte[100]);
            unfinished.BlobName = NameOf(upload);
        }
        Came(unfinished, upload.Id);
    }

    public async Task Stray(StrayBlob stray)
    {
        var blob = world.Storage.Scans.GetBlobClient(stray.Name);
        await blob.UploadAsync(new BinaryData(new byte[random.Next(1, 500)]));
        await world.Function<RecordScan>().Run(blob, None);
        await foreach (var row in world.Storage.Table(UnclaimedBlobs.TableName).QueryAsync<Azure.Data.Tables.TableEntity>())
            if (row.GetString("BlobName") == stray.Name)
                Came(stray, Id.Parse(row.PartitionKey));
        Assert.True(stray.IsThere);
    }

    public async Task AddCopy(ScanOf scan, Copy copy)
    {
        if (!scan.IsThere)
            return;
        var made = Make.Copy(world.Now, copy.Disk);
        Assert.True(await Change(scan.Order, order => ScanRules.AddCopy(order, Parse(scan), made, Today)));
        copy.Id = made.Id;
        scan.Copies.Add(copy);
    }

    /// <summary>Staff destroyed a copy: before its scan is destroyed, or after, when a task waits for it.</summary>
    public async Task DestroyCopy(ScanOf scan, Copy copy)
    {
        if (copy.Id is not { } id || copy.DestroyedOn is not null || (scan.IsThere && scan.Order.Said.Restricted))
            return;
        Acts++;
        copy.DestroyedOn = Today;
        if (scan.IsThere)
        {
            Assert.True(await Change(scan.Order, order => ScanRules.DestroyCopy(order, Parse(scan), id, null, Make.Act(world.Now))));
            return;
        }
        var (confirmed, _) = await world.Get<DestroyedScans>().Confirm(Parse(scan), id, null, "staff", None);
        Assert.Equal(Today, confirmed!.DestroyedOn);
        if (scan.HasTask)
            return;
        ToBeCertified.Add(scan);
        // It told what was to be wiped.
        foreach (var package in Things.OfType<ExportOf>().Where(package => package.Contents.Contains(scan)))
            package.GoesAlong = true;
        Went(Things.OfType<ExportOf>());
    }

    /// <summary>The night's sweep has been: what had to go is gone.</summary>
    public void Slept()
    {
        foreach (var order in Things.OfType<OrderOf>())
            Went([.. order.Scans, order]);
        Went(Things.Where(thing => thing is not ExportOf));
        Went(Things.OfType<ExportOf>());
        Things.RemoveAll(thing => thing.WentOn is not null && thing is not (ScanOf { HasTask: true } or MessageOf { HasTask: true }));
    }

    private void Went(params IEnumerable<Thing> things)
    {
        foreach (var thing in things)
        {
            if (!thing.IsThere || !thing.MustGo(Today))
                continue;
            thing.Goes(Today);
            WentByKind[thing.Kind] = WentByKind.GetValueOrDefault(thing.Kind) + 1;
            foreach (var package in Things.OfType<ExportOf>().Where(package => package.Contents.Contains(thing)))
                package.GoesAlong = true;
            if (thing.IsCertified && thing is not ScanOf { HasTask: true })
                ToBeCertified.Add(thing);
        }
    }

    private static Say? SaidOf(Thing thing, Person person) => thing switch
    {
        MessageOf message when message.Person == person => message.Said,
        OrderOf order when order.Person == person => order.Said,
        RequestOf request when request.Person == person => request.Said,
        QuoteOf quote when quote.Order.Person == person => quote.Said,
        _ => null,
    };

    private async Task<bool> Change(OrderOf order, Func<Order, Ruling> decide)
    {
        var ruling = await world.Get<OrderStore>().Change(Parse(order), decide, None);
        Check(order, ruling is not null);
        Acts++;
        return ruling is { Refusal: null };
    }

    private void Check(Thing thing, bool isThere) =>
        Assert.True(thing.IsThere == isThere, $"{Today:yyyy-MM-dd}: {thing} {(isThere ? "is still there" : "is not there")}");

    private async Task<Upload> Begin(OrderOf order, int bytes, DateOnly? scannedOn) =>
        await world.Given.Upload(
            (await world.Get<OrderStore>().Find(Parse(order), None))!, new UploadMetadata(Parse(order), "buik-anna.stl", scannedOn, "filename YnVpay5zdGw=", DestroysNow: true), bytes);

    private async Task Stage(Upload upload, byte[] bytes) =>
        await world.Storage.Scans.GetBlockBlobClient(NameOf(upload))
            .StageBlockAsync(new Block(0, upload.Attempt.Number, bytes.Length).Id, new MemoryStream(bytes));

    private void Came(Thing thing, Id id)
    {
        thing.Comes($"{id}", Today);
        Things.Add(thing);
        Acts++;
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private static Id Parse(Thing thing) => Id.Parse(thing.Id);

    private static string NameOf(Upload upload) => $"{upload.OrderId}/{upload.BlobName}";

    // People write their address and number as they please, and the app takes both in as one spelling.
    private string Email(Person person) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Chance(20) ? "Client" : "client")}{person.Number}@example.org");

    private string Phone(Person person) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Chance(50) ? "06 " : "+31 6 ")}{person.Number:D8}");
}
