using System.IO.Compression;
using Azure.Storage.Blobs.Models;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class ExportDiesTests(MortalApp app, ITestOutputHelper output) : IClassFixture<MortalApp>
{
    [Fact]
    public Task A_package_is_whole_or_it_is_none() => new EveryPoint<string>(app, output, "make an export package")
    {
        Tables = StoredState.OfOrders,
        Prepare = async life =>
        {
            var email = app.NewAddress();
            await Given.OrderWithScan(life, email);
            return email;
        },
        Act = Export,
        Check = async (state, email) =>
        {
            var whole = new List<Id>();
            await foreach (var blob in app.Exports.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, default))
            {
                var id = Id.Parse(Path.GetFileNameWithoutExtension(blob.Name));
                Assert.Contains(state.DueUntil(DateOnly.MaxValue), row => row.RowKey == $"export|{id}|0" && row.PartitionKey == "2026-11-29");
                if (blob.Metadata.ContainsKey("iswhole") && await Holds(blob.Name, email))
                    whole.Add(id);
            }
            Assert.InRange(whole.Count, 1, 2);
        },
    }.Try(atLeast: 10);

    [Fact]
    public async Task One_whose_week_is_over_goes_with_one_certificate()
    {
        await new EveryPoint<Id>(app, output, "sweep an export package")
        {
            Tables = StoredState.OfOrders,
            Prepare = async life =>
            {
                app.MoveTo(MortalApp.Start);
                var package = await Package(life);
                app.MoveTo(MortalApp.Start.AddDays(7));
                return package;
            },
            Act = (life, _) => life.Get<Sweep>().Run("sweep", default),
            Check = async (state, package) =>
            {
                Assert.False(await app.Exports.GetBlobClient($"{package}.zip").ExistsAsync());
                await Proven.Gone(app, state, [$"export|{package}"]);
            },
        }.Try(atLeast: 10);
        await Proven.Whole(app);
    }

    [Fact]
    public async Task One_about_an_erased_person_goes_too()
    {
        await new EveryPoint<(string Person, Id Message, Id Package)>(app, output, "erase a message that was exported")
        {
            Tables = StoredState.OfMessages,
            Prepare = async life =>
            {
                var email = app.NewAddress();
                var message = await Given.Message(life, email);
                return (life.Get<SubjectKeys>().OfEmail(email), message.Id, await Package(life, message.Id));
            },
            Act = Erase,
            // The repeated erasure itself finishes what the first began, without a sweep.
            Check = async (state, exported) =>
            {
                Assert.False(await app.Exports.GetBlobClient($"{exported.Package}.zip").ExistsAsync());
                await Proven.Gone(app, state, [$"message|{exported.Message}"]);
            },
        }.Try(atLeast: 15);
        await Proven.Whole(app);
    }

    private static async Task Export(Life life, string email) => Assert.Equal(
        201, (await life.Ask<ExportSubject>((function, request) => function.Run(request, default), new { email })).StatusCode);

    private static Task Erase(Life life, (string Person, Id Message, Id Package) exported) =>
        life.Get<Erasure>().Erase([exported.Person], "officer", default);

    private static async Task<Id> Package(Life life, params Id[] records)
    {
        var id = Id.New(life.Get<TimeProvider>().GetUtcNow());
        await life.Get<ExportPackages>().Make(new(id, [], records.ToHashSet(), ""), async (stream, token) => await stream.WriteAsync(Given.File, token), default);
        return id;
    }

    /// <summary>Whether it is this person's; whoever's it is, it can be read to its end.</summary>
    private async Task<bool> Holds(string name, string email)
    {
        await using var content = (await app.Exports.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToStream();
        using var zip = new ZipArchive(content);
        Assert.Equal(Given.File.Length, Assert.Single(zip.Entries, entry => entry.FullName.StartsWith("scans/", StringComparison.Ordinal)).Length);
        using var data = new StreamReader(zip.GetEntry("data.json")!.Open());
        return (await data.ReadToEndAsync()).Contains($"\"{email}\"", StringComparison.Ordinal);
    }
}
