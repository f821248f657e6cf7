using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.EveryKind;

public sealed class MessageKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => ContactMessages.Kind;

    protected override async Task<Id> Make(string email, string phone) => (await world.Given.Message(email, phone: phone)).Id;
}

public sealed class SuspectKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => ContactSuspects.Kind;

    protected override async Task<Id> Make(string email, string phone)
    {
        // Its 24 hours are over when the day is on which it is due.
        var suspect = ContactSuspect.From(Tests.Make.Message(world.Now, email, phone), isProven: true) with { ReceivedAt = Amsterdam.StartOf(world.Today) };
        Assert.True(await world.Get<ContactSuspects>().Add(suspect, None));
        return suspect.Id;
    }
}

public sealed class OrderKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => Order.Kind;

    protected override async Task<Id> Make(string email, string phone) => (await world.Given.Order(email, phone)).Id;
}

public sealed class ScanKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => Scan.Kind;

    protected override async Task<Id> Make(string email, string phone) => (await world.Given.OrderWithScan(email, phone)).Scans[0].Id;
}

public sealed class UploadKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => Upload.Kind;

    protected override async Task<Id> Make(string email, string phone)
    {
        var upload = await world.Given.Upload(await world.Given.Order(email, phone));
        await world.Given.Stage(upload, Encoding.UTF8.GetBytes("solid"));
        return upload.Id;
    }
}

public sealed class UnclaimedBlobKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    private int files;

    protected override string Name => UnclaimedBlobs.Kind;

    protected override bool IsAboutSomebody => false;

    protected override async Task<Id> Make(string email, string phone) => (await world.Given.StrayBlob($"found/{++files}.stl")).Id;
}

public sealed class LineSubjectsKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => LineSubjectsKind.Kind;

    /// <summary>It is a hash of somebody who is not known any more.</summary>
    protected override bool IsAboutSomebody => false;

    protected override async Task<Id> Make(string email, string phone)
    {
        var message = await world.Given.Message(email, on: world.Today.AddYears(-5), phone: phone);
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        return LineSubjects.IdOf((await world.Get<RecordTrace>().Destroyed(message.Item, None))!.Line);
    }
}

public sealed class AuditDayKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    private int made;

    protected override string Name => AuditDays.Kind;

    /// <summary>It tells of accounts and ids, and goes on its day, whoever asks for what.</summary>
    protected override bool IsAboutSomebody => false;

    protected override async Task<Id> Make(string email, string phone)
    {
        var day = world.Today.AddDays(-++made);
        var at = Amsterdam.StartOf(day).AddHours(9);
        foreach (var about in new[] { $"scan|{world.NewId()}", "order" })
            await world.Get<AuditEvents>().Add(new(Id.New(at), at, "officer", Role.Privacy, "GET orders", "R", about, 200), None);
        var record = AuditDay.Of(day);
        Assert.True(await world.Get<AuditDays>().Add(record, None));
        return record.Id;
    }
}

public sealed class VisitMonthKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    private int made;

    protected override string Name => VisitMonths.Kind;

    /// <summary>Totals are of nobody.</summary>
    protected override bool IsAboutSomebody => false;

    protected override async Task<Id> Make(string email, string phone)
    {
        var day = world.Today.AddMonths(-made++);
        Assert.True(await world.Get<VisitMonths>().Add(VisitMonth.Of(day), None));
        foreach (var seconds in new[] { 1, 10, 30, 60, 180 })
            await world.Get<VisitCounts>().Count(day, "/tarieven", seconds, None);
        return VisitMonth.Of(day).Id;
    }
}

public sealed class ExportKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => ExportPackage.Kind;

    /// <summary>A copy that a person asked for themselves.</summary>
    protected override bool TakesRestriction => false;

    protected override bool IsHandedOver => false;

    protected override bool IsProvenWhenErased => false;

    protected override async Task<Id> Make(string email, string phone)
    {
        var keys = world.Get<SubjectKeys>();
        var package = new ExportPackage(world.NewId(), keys.Of(email, phone), new HashSet<Id>(), "");
        Assert.True(await world.Get<ExportPackages>().Make(package, async (stream, token) => await stream.WriteAsync(Tests.Make.File, token), None));
        return package.Id;
    }
}

/// <summary>Once it was answered: until then nothing makes it due.</summary>
public sealed class RequestKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => RequestRegister.Kind;

    protected override async Task<Id> Make(string email, string phone) => (await world.Given.Request(
        email, phone, request => request with { Closing = new(world.Today.AddDays(-3), "officer", RequestOutcome.Done) })).Id;
}

public sealed class UnconfirmedRequestKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => RequestRegister.Kind;

    protected override async Task<Id> Make(string email, string phone) =>
        (await world.Given.Request(email, phone, request => request with { Channel = RequestChannel.Website })).Id;
}

public sealed class AnsweredRequestKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => AnsweredRequests.Kind;

    protected override bool IsAboutSomebody => false;

    protected override async Task<Id> Make(string email, string phone)
    {
        var request = Tests.Make.Request(world.Now, email, phone) with { Closing = new(world.Today, "officer", RequestOutcome.Done) };
        Assert.True(await world.Get<AnsweredRequests>().Note(request, None));
        return AnsweredRequest.IdOf(request.Id);
    }
}

public sealed class NoticeKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => RecipientNotices.Kind;

    protected override async Task<Id> Make(string email, string phone) => (await world.Given.Notice(email, phone)).Id;
}

public sealed class NoticeOfErasureKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => RecipientNotices.Kind;

    /// <summary>Nothing of whoever had everything erased remains in it.</summary>
    protected override bool IsAboutSomebody => false;

    protected override async Task<Id> Make(string email, string phone)
    {
        var order = await world.Given.Disclosed(await world.Given.Order(email, phone));
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", default);
        return RecipientNotice.IdOf(NoticeCause.Erasure, order.Id, "PRINTER", "");
    }
}

/// <summary>One that was not accepted: what was is under a hold.</summary>
public sealed class QuoteKindTests(ITestOutputHelper output) : RecordKindContract(output)
{
    protected override string Name => QuoteRegister.Kind;

    protected override async Task<Id> Make(string email, string phone)
    {
        var order = Tests.Make.Order(world.Now);
        var quote = Tests.Make.Quote(order with { Id = world.NewId() }, world.Now, world.Get<SubjectKeys>().Of(email, phone));
        return (await world.Get<QuoteRegister>().Make(quote, default)).Id;
    }
}

public sealed class ToyKindTests(ITestOutputHelper output) : RecordKindContract(output, new WorldOptions { Services = services => services.AddToys() })
{
    protected override string Name => Toys.Kind;

    protected override async Task<Id> Make(string email, string phone)
    {
        var toy = new Toy(world.NewId(), email, phone, world.Today);
        Assert.True(await world.Get<Toys>().Add(toy, None));
        return toy.Id;
    }
}
