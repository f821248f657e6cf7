using System.Security.Cryptography;
using Azure;
using WelWee3D.PrivacyRequests;
using WelWee3D.PrivacyRequests.Exports;
using WelWee3D.Retention;
using WelWee3D.Retention.Reconciling;
using WelWee3D.Storage;
using WelWee3D.Tests.Retention;

namespace WelWee3D.Tests.PrivacyRequests.Exports;

/// <summary>A package lives a week, and never longer than what it is a copy of.</summary>
public sealed class ExportPackagesTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private const string Somebody = "5b0e";
    private Archive archive = null!;

    public async Task InitializeAsync() => archive = await Archive.Open(storage);

    public async Task DisposeAsync() => await archive.DisposeAsync();

    [Theory]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-29", true)]
    [InlineData("2026-12-09", true)]
    public async Task It_goes_on_the_seventh_day_with_a_certificate(string today, bool goes)
    {
        var package = await archive.NewPackage(Somebody);
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
        Assert.Equal((content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), ((int)file.Bytes, file.Sha256));
        Assert.Empty(await archive.DueRows());
    }

    [Fact]
    public async Task It_goes_with_a_message_that_is_in_it()
    {
        var message = await archive.NewMessage("jet@voorbeeld.nl");
        archive.MoveTo(message.Due.On);
        var with = await archive.NewPackage("another", archive.Get<SubjectKeys>().OfEmail("jet@voorbeeld.nl"));
        var without = await archive.NewPackage(Somebody);

        await Sweep();

        Assert.Null(await Packages.Find(with.Id, default));
        Assert.NotNull(await Packages.Find(without.Id, default));
    }

    [Fact]
    public async Task It_goes_with_a_scan_whose_order_stays()
    {
        var order = await archive.AddScan(await archive.NewOrder("els@voorbeeld.nl"));
        await archive.Change(order, found => found with { ShippedOn = Archive.Today.AddMonths(-2) });
        var package = await archive.NewPackage(archive.Get<SubjectKeys>().OfEmail("els@voorbeeld.nl"));

        var run = await Sweep();

        Assert.Equal(1, run.Destroyed[Kinds.Scan]);
        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task An_erasure_takes_it_along()
    {
        await archive.NewMessage("ida@voorbeeld.nl");
        var ida = archive.Get<SubjectKeys>().OfEmail("ida@voorbeeld.nl");
        var package = await archive.NewPackage(ida);

        await archive.Get<Erasure>().Erase([ida], "officer", default);

        Assert.Null(await Packages.Find(package.Id, default));
        Assert.DoesNotContain(await archive.DueRows(), row => row.Item.Kind == Kinds.Export);
    }

    [Fact]
    public async Task An_upload_that_expires_leaves_it_alone_for_it_holds_no_uploads()
    {
        var order = await archive.NewOrder("mia@voorbeeld.nl");
        await archive.NewUpload(order);
        archive.MoveTo(Archive.Today.AddDays(7));
        var package = await archive.NewPackage(archive.Get<SubjectKeys>().OfEmail("mia@voorbeeld.nl"));

        var run = await Sweep();

        Assert.Equal(1, run.Destroyed[Kinds.Upload]);
        Assert.NotNull(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task What_is_destroyed_while_one_is_being_made_is_in_none()
    {
        var message = await archive.NewMessage("noor@voorbeeld.nl");
        archive.MoveTo(message.Due.On);
        var package = new ExportPackage(archive.NewId(), [archive.Get<SubjectKeys>().OfEmail("noor@voorbeeld.nl")], "", 0);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Packages.Make(package, WriteAndSweep, default));

        Assert.Equal(412, failure.Status);
        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task One_that_was_begun_and_never_finished_goes_all_the_same()
    {
        var package = new ExportPackage(archive.NewId(), [Somebody], "", 0);
        await Assert.ThrowsAsync<IOException>(() => Packages.Make(package, (_, _) => throw new IOException(), default));
        Assert.Equal(0, (await Packages.Find(package.Id, default))!.Bytes);
        archive.MoveTo(Archive.Today.AddDays(7));

        await Sweep();

        Assert.Null(await Packages.Find(package.Id, default));
    }

    [Fact]
    public async Task One_that_lost_its_due_row_gets_it_back()
    {
        var package = await archive.NewPackage(Somebody);
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
        await archive.Get<DueIndex>().Put(ExportPackage.Due(archive.NewId(), archive.Get<RetentionRules>()), default);
        archive.MoveTo(Archive.Today.AddDays(2));

        var run = await archive.Get<Reconciliation>().Run(default);

        Assert.Equal(new Dictionary<string, int> { ["leftover-row"] = 1 }, run.Repaired);
        Assert.Empty(await archive.DueRows());
    }

    [Fact]
    public async Task After_a_restore_none_is_left()
    {
        var package = await archive.NewPackage(Somebody);

        await archive.Get<Replay>().Run(default);

        Assert.Null(await Packages.Find(package.Id, default));
    }

    private ExportPackages Packages => archive.Get<ExportPackages>();

    private async Task WriteAndSweep(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync("What was read before it was destroyed"u8.ToArray(), cancellation);
        await Sweep();
    }

    private Task<Run> Sweep() => archive.Get<Sweep>().Run("sweep", default);
}
