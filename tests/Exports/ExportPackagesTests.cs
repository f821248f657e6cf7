using Azure.Core;

namespace WelWee3D.Tests.Exports;

/// <summary>A package lives a week, and never longer than what it is a copy of.</summary>
public sealed class ExportPackagesTests : OwnWorld
{
    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(17, true)]
    public async Task It_goes_on_the_seventh_day_with_a_certificate(int days, bool goes)
    {
        var made = world.Today;
        var package = await world.Given.Package();
        var content = (await Packages.Blob(package.Id).DownloadContentAsync()).Value.Content.ToArray();
        world.MoveTo(made.AddDays(days));

        var run = await Sweep();

        Assert.Equal(goes, await Packages.Find(package.Id, default) is null);
        Assert.Equal(goes ? 1 : 0, run.Destroyed.GetValueOrDefault(Kinds.Export));
        if (!goes)
            return;
        var certificate = (await world.Get<Certificates>().All(default).LastAsync()).Read();
        Assert.Equal(made.AddDays(7), certificate.Why.Deadline);
        var file = Assert.Single(Assert.Single(certificate.Items).Files);
        Assert.Equal(certificate.RecoveryClosesOn, Amsterdam.DateOf(certificate.DestroyedAt));
        Assert.Equal((content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), ((int)file.Bytes, file.Sha256));
        Assert.Empty(await world.DueRows());
    }

    [Fact]
    public async Task It_goes_with_a_message_that_is_in_it()
    {
        var message = await world.Given.Message("jet@voorbeeld.nl");
        world.MoveTo(message.Due.On);
        var with = await world.Given.Package(world.NewId(), message.Id);
        var without = await world.Given.Package(world.NewId());

        await Sweep();

        Assert.Null(await Packages.Find(with.Id, default));
        Assert.NotNull(await Packages.Find(without.Id, default));
    }

    [Fact]
    public async Task It_goes_with_a_scan_whose_order_stays()
    {
        var order = await world.Given.OrderWithScan("els@voorbeeld.nl");
        await world.Given.Change(order, found => found with { ShippedOn = world.Today.AddMonths(-2) });
        var package = await world.Given.Package(order.Id, order.Scans[0].Id);

        var run = await Sweep();

        Assert.Equal(1, run.Destroyed[Kinds.Scan]);
        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_takes_it_along_whatever_a_hold_keeps(bool held)
    {
        var order = await world.Given.Order("ida@voorbeeld.nl");
        if (held)
            await world.Given.Change(order, found => found with { Holds = [new(world.NewId(), "A claim", world.Today.AddYears(1))] });
        var package = await world.Given.Package(order.Id);

        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail("ida@voorbeeld.nl")], "officer", default);

        Assert.Equal(held, await world.Get<OrderStore>().Find(order.Id, default) is not null);
        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task It_is_found_by_what_is_in_it_when_the_address_was_corrected_since()
    {
        var order = await world.Given.Order("typo@voorbeeld.nl");
        var typo = world.Get<SubjectKeys>().OfEmail("typo@voorbeeld.nl");
        var package = new ExportPackage(world.NewId(), [typo], await world.Get<PackageWriter>().Contents([typo], default), "");
        await Packages.Make(package, (stream, token) => world.Get<PackageWriter>().Write(package, stream, token), default);
        await world.Given.Change(order, found => found with { Client = found.Client with { Email = "right@voorbeeld.nl" } });

        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail("right@voorbeeld.nl")], "officer", default);

        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task Confirming_a_copy_of_a_scan_that_went_before_leaves_it_alone()
    {
        var order = await world.Given.OrderWithScan("lot@voorbeeld.nl", disks: ["SCHIJF-1"]);
        var scan = order.Scans[0];
        await world.Given.Change(order, found => found with { ShippedOn = world.Today.AddMonths(-2) });
        await Sweep();
        var package = await world.Given.Package(order.Id);

        await world.Get<DestroyedScans>().Confirm(scan.Id, scan.Copies[0].Id, null, "staff", default);

        Assert.NotNull(await Packages.Find(package.Id, default));
        Assert.Equal($"scan-{scan.Id}", (await world.Get<Certificates>().All(default).LastAsync()).Read().Line);
    }

    [Fact]
    public async Task It_goes_with_an_unfinished_upload_that_it_tells_of()
    {
        var upload = await world.Given.Upload(await world.Given.Order("mia@voorbeeld.nl"));
        world.MoveTo(world.Today.AddDays(7));
        var with = await world.Given.Package(upload.Id);
        var without = await world.Given.Package(upload.OrderId!.Value);

        var run = await Sweep();

        Assert.Equal(1, run.Destroyed[Kinds.Upload]);
        Assert.Null(await Packages.Find(with.Id, default));
        Assert.NotNull(await Packages.Find(without.Id, default));
    }

    [Fact]
    public async Task What_is_destroyed_while_one_is_being_made_is_in_none()
    {
        var message = await world.Given.Message("noor@voorbeeld.nl");
        world.MoveTo(message.Due.On);
        var package = new ExportPackage(world.NewId(), [], new HashSet<Id> { message.Id }, "");

        Assert.False(await Packages.Make(package, WriteSweepAndWrite, default));

        Assert.Empty(await Account.BlobNames(world.Storage.Exports));
        Assert.Empty(await world.DueRows());
    }

    [Fact]
    public async Task Nothing_is_left_of_one_that_could_not_be_made()
    {
        var package = new ExportPackage(world.NewId(), [], new HashSet<Id>(), "");

        await Assert.ThrowsAsync<IOException>(() => Packages.Make(
            package,
            async (stream, token) =>
            {
                await stream.WriteAsync(new byte[5_000_000], token);
                throw new IOException();
            },
            default));

        Assert.Empty(await Account.BlobNames(world.Storage.Exports));
        Assert.Empty(await world.DueRows());
    }

    [Fact]
    public async Task One_that_lost_its_due_row_gets_it_back()
    {
        var package = await world.Given.Package();
        var before = await world.DueRows();
        await world.Storage.Clear(DueIndex.TableName);

        var run = await world.Get<Reconciliation>().Run(default);

        Assert.Equal(new Dictionary<string, int> { ["due-row"] = 1 }, run.Repaired);
        Assert.Equal(before, await world.DueRows());
        Assert.NotNull(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task A_due_row_whose_package_is_gone_is_removed()
    {
        await world.Get<DueIndex>().Put(new ExportPackage(world.NewId(), [], new HashSet<Id>(), "").Due(world.Get<RetentionRules>()), default);
        world.MoveTo(world.Today.AddDays(2));

        var run = await world.Get<Reconciliation>().Run(default);

        Assert.Equal(new Dictionary<string, int> { ["leftover-row"] = 1 }, run.Repaired);
        Assert.Empty(await world.DueRows());
    }

    [Fact]
    public async Task What_is_left_of_one_whose_maker_died_is_removed()
    {
        var package = await world.Given.Package(world.NewId());
        await Packages.Blob(package.Id).DeleteAsync();
        world.MoveTo(world.Today.AddDays(2));

        await world.Get<Reconciliation>().Run(default);

        Assert.Empty(await Account.BlobNames(world.Storage.Exports));
    }

    [Fact]
    public async Task After_a_restore_none_is_left()
    {
        var package = await world.Given.Package();

        await world.Get<Replay>().Run("officer", default);

        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Theory]
    [InlineData("as it becomes whole")]
    [InlineData("as a stopped one begins anew")]
    public async Task A_restriction_that_comes_just_as_something_else_of_it_is_written_stands(string when)
    {
        var (record, restricts) = (world.NewId(), false);
        var package = new ExportPackage(world.NewId(), [], new HashSet<Id> { record }, "");
        await Packages.Begin(package, default);
        if (when == "as a stopped one begins anew")
            await world.Get<PackageBlobs>().Of(package.Id).AppendBlockAsync(new MemoryStream("stopped"u8.ToArray()));
        await using var making = world.Beside(calls => calls.Before = async request =>
        {
            if (restricts || request.Method != RequestMethod.Put || !request.Uri.Path.EndsWith($"{package.Id}.zip", StringComparison.Ordinal) || request.Uri.Query.Contains("appendblock", StringComparison.Ordinal))
                return;
            restricts = true;
            await Packages.Restrict(new HashSet<Id> { record }, restricted: true, default);
        });

        Assert.True(await making.Get<ExportPackages>().Fill(package, async (stream, token) => await stream.WriteAsync(Make.File, token), default));

        var made = (await Packages.Find(package.Id, default))!;
        Assert.Equal((true, true, true), (restricts, made.IsWhole, made.IsRestricted));
        Assert.Equal(Make.File, (await Packages.Blob(package.Id).DownloadContentAsync()).Value.Content.ToArray());
    }

    private ExportPackages Packages => world.Get<ExportPackages>();

    private async Task WriteSweepAndWrite(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(new byte[5_000_000], cancellation);
        await Sweep();
        await stream.WriteAsync(new byte[5_000_000], cancellation);
    }

    private Task<Run> Sweep() => world.Get<Sweep>().Run("sweep", default);
}
