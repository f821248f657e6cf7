using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using WelWee3D.Tests.Retention;

namespace WelWee3D.Tests.PrivacyRequests.Exports;

/// <summary>A package lives a week, and never longer than what it is a copy of.</summary>
public sealed class ExportPackagesTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private Archive archive = null!;

    public async Task InitializeAsync() => archive = await Archive.Open(storage);

    public async Task DisposeAsync() => await archive.DisposeAsync();

    [Theory]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-29", true)]
    [InlineData("2026-12-09", true)]
    public async Task It_goes_on_the_seventh_day_with_a_certificate(string today, bool goes)
    {
        var package = await archive.NewPackage();
        var content = (await Packages.Blob(package.Id).DownloadContentAsync()).Value.Content.ToArray();
        archive.MoveTo(Amsterdam.Date(today));

        var run = await Sweep();

        Assert.Equal(goes, await Packages.Find(package.Id, default) is null);
        Assert.Equal(goes ? 1 : 0, run.Destroyed.GetValueOrDefault(Kinds.Export));
        if (!goes)
            return;
        var certificate = (await archive.Get<Certificates>().All(default).LastAsync()).Read();
        Assert.Equal(new DateOnly(2026, 11, 29), certificate.Why.Deadline);
        var file = Assert.Single(Assert.Single(certificate.Items).Files);
        Assert.Equal(certificate.RecoveryClosesOn, Amsterdam.DateOf(certificate.DestroyedAt));
        Assert.Equal((content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), ((int)file.Bytes, file.Sha256));
        Assert.Empty(await archive.DueRows());
    }

    [Fact]
    public async Task It_goes_with_a_message_that_is_in_it()
    {
        var message = await archive.NewMessage("jet@voorbeeld.nl");
        archive.MoveTo(message.Due.On);
        var with = await archive.NewPackage(archive.NewId(), message.Id);
        var without = await archive.NewPackage(archive.NewId());

        await Sweep();

        Assert.Null(await Packages.Find(with.Id, default));
        Assert.NotNull(await Packages.Find(without.Id, default));
    }

    [Fact]
    public async Task It_goes_with_a_scan_whose_order_stays()
    {
        var order = await archive.AddScan(await archive.NewOrder("els@voorbeeld.nl"));
        await archive.Change(order, found => found with { ShippedOn = Archive.Today.AddMonths(-2) });
        var package = await archive.NewPackage(order.Id, order.Scans[0].Id);

        var run = await Sweep();

        Assert.Equal(1, run.Destroyed[Kinds.Scan]);
        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_takes_it_along_whatever_a_hold_keeps(bool held)
    {
        var order = await archive.NewOrder("ida@voorbeeld.nl");
        if (held)
            await archive.Change(order, found => found with { Holds = [new(archive.NewId(), "A claim", Archive.Today.AddYears(1))] });
        var package = await archive.NewPackage(order.Id);

        await archive.Get<Erasure>().Erase([archive.Get<SubjectKeys>().OfEmail("ida@voorbeeld.nl")], "officer", default);

        Assert.Equal(held, await archive.Get<OrderStore>().Find(order.Id, default) is not null);
        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task It_is_found_by_what_is_in_it_when_the_address_was_corrected_since()
    {
        var order = await archive.NewOrder("typo@voorbeeld.nl");
        var typo = archive.Get<SubjectKeys>().OfEmail("typo@voorbeeld.nl");
        var package = new ExportPackage(archive.NewId(), [typo], await archive.Get<PackageWriter>().Contents([typo], default), "");
        await Packages.Make(package, (stream, token) => archive.Get<PackageWriter>().Write(package, stream, token), default);
        await archive.Change(order, found => found with { Client = found.Client with { Email = "right@voorbeeld.nl" } });

        await archive.Get<Erasure>().Erase([archive.Get<SubjectKeys>().OfEmail("right@voorbeeld.nl")], "officer", default);

        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task Confirming_a_copy_of_a_scan_that_went_before_leaves_it_alone()
    {
        var order = await archive.AddScan(await archive.NewOrder("lot@voorbeeld.nl"), recorded: true, "Disk A");
        var scan = order.Scans[0];
        await archive.Change(order, found => found with { ShippedOn = Archive.Today.AddMonths(-2) });
        await Sweep();
        var package = await archive.NewPackage(order.Id);

        await archive.Get<DestroyedScans>().Confirm(scan.Id, scan.Copies[0].Id, null, "staff", default);

        Assert.NotNull(await Packages.Find(package.Id, default));
        Assert.Equal($"scan-{scan.Id}", (await archive.Get<Certificates>().All(default).LastAsync()).Read().Line);
    }

    [Fact]
    public async Task It_goes_with_an_unfinished_upload_that_it_tells_of()
    {
        var upload = await archive.NewUpload(await archive.NewOrder("mia@voorbeeld.nl"));
        archive.MoveTo(Archive.Today.AddDays(7));
        var with = await archive.NewPackage(upload.Id);
        var without = await archive.NewPackage(upload.OrderId);

        var run = await Sweep();

        Assert.Equal(1, run.Destroyed[Kinds.Upload]);
        Assert.Null(await Packages.Find(with.Id, default));
        Assert.NotNull(await Packages.Find(without.Id, default));
    }

    [Fact]
    public async Task What_is_destroyed_while_one_is_being_made_is_in_none()
    {
        var message = await archive.NewMessage("noor@voorbeeld.nl");
        archive.MoveTo(message.Due.On);
        var package = new ExportPackage(archive.NewId(), [], new HashSet<Id> { message.Id }, "");

        Assert.False(await Packages.Make(package, WriteSweepAndWrite, default));

        Assert.Empty(await archive.Exports.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted | BlobStates.Snapshots, null, default).ToListAsync());
        Assert.Empty(await archive.DueRows());
    }

    [Fact]
    public async Task Nothing_is_left_of_one_that_could_not_be_made()
    {
        var package = new ExportPackage(archive.NewId(), [], new HashSet<Id>(), "");

        await Assert.ThrowsAsync<IOException>(() => Packages.Make(
            package,
            async (stream, token) =>
            {
                await stream.WriteAsync(new byte[5_000_000], token);
                throw new IOException();
            },
            default));

        Assert.Empty(await archive.Exports.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted | BlobStates.Snapshots, null, default).ToListAsync());
        Assert.Empty(await archive.DueRows());
    }

    [Fact]
    public async Task One_that_lost_its_due_row_gets_it_back()
    {
        var package = await archive.NewPackage();
        var before = await archive.DueRows();
        await archive.Clear(DueIndex.TableName);

        var run = await archive.Get<Reconciliation>().Run(default);

        Assert.Equal(new Dictionary<string, int> { ["due-row"] = 1 }, run.Repaired);
        Assert.Equal(before, await archive.DueRows());
        Assert.NotNull(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task A_due_row_whose_package_is_gone_is_removed()
    {
        await archive.Get<DueIndex>().Put(new ExportPackage(archive.NewId(), [], new HashSet<Id>(), "").Due(archive.Get<RetentionRules>()), default);
        archive.MoveTo(Archive.Today.AddDays(2));

        var run = await archive.Get<Reconciliation>().Run(default);

        Assert.Equal(new Dictionary<string, int> { ["leftover-row"] = 1 }, run.Repaired);
        Assert.Empty(await archive.DueRows());
    }

    [Fact]
    public async Task After_a_restore_none_is_left()
    {
        var package = await archive.NewPackage();

        await archive.Get<Replay>().Run(default);

        Assert.Null(await Packages.Find(package.Id, default));
    }

    private ExportPackages Packages => archive.Get<ExportPackages>();

    private async Task WriteSweepAndWrite(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(new byte[5_000_000], cancellation);
        await Sweep();
        await stream.WriteAsync(new byte[5_000_000], cancellation);
    }

    private Task<Run> Sweep() => archive.Get<Sweep>().Run("sweep", default);
}
