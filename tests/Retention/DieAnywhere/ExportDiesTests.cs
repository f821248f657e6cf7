using Azure.Storage.Blobs.Models;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class ExportDiesTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public Task A_package_is_whole_or_it_is_none() => new EveryPoint<string>(world, output, "make an export package")
    {
        Tables = StoredState.OfOrders,
        Prepare = async () =>
        {
            var email = world.Given.NewAddress();
            await world.Given.OrderWithScan(email, read: false);
            return email;
        },
        Act = Export,
        Check = async (state, email) =>
        {
            var whole = new List<Id>();
            await foreach (var blob in world.Storage.Exports.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, default))
            {
                var id = Id.Parse(Path.GetFileNameWithoutExtension(blob.Name));
                Assert.Contains(state.DueUntil(DateOnly.MaxValue), row => row.RowKey == $"export|{id}|0" && row.PartitionKey == world.Today.AddDays(7).Iso());
                if (blob.Metadata.ContainsKey("whole") && await Holds(blob.Name, email))
                    whole.Add(id);
            }
            Assert.InRange(whole.Count, 1, 2);
        },
    }.Try(atLeast: 10);

    [Fact]
    public async Task One_about_an_erased_person_goes_too()
    {
        await new EveryPoint<(string Person, Id Message, Id Package)>(world, output, "erase a message that was exported")
        {
            Tables = StoredState.OfMessages,
            Prepare = async () =>
            {
                var email = world.Given.NewAddress();
                var message = await world.Given.Message(email);
                return (world.Get<SubjectKeys>().OfEmail(email), message.Id, (await world.Given.Package(message.Id)).Id);
            },
            Act = Erase,
            // The repeated erasure itself finishes what the first began, without a sweep.
            Check = async (state, exported) =>
            {
                Assert.False(await world.Storage.Exports.GetBlobClient($"{exported.Package}.zip").ExistsAsync());
                await Proven.Gone(world, state, [$"message|{exported.Message}"]);
            },
        }.Try(atLeast: 15);
        await Proven.Whole(world);
    }

    private static async Task Export(World life, string email) => Assert.Equal(
        201, (await life.Export(email)).StatusCode);

    private static Task Erase(World life, (string Person, Id Message, Id Package) exported) =>
        life.Get<Erasure>().Erase([exported.Person], "officer", default);

    /// <summary>Whether it is this person's; whoever's it is, it can be read to its end.</summary>
    private async Task<bool> Holds(string name, string email)
    {
        await using var content = (await world.Storage.Exports.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToStream();
        using var package = new OpenedPackage(content);
        Assert.Equal(Make.File.Length, Assert.Single(package.Entries, entry => entry.FullName.StartsWith("scans/", StringComparison.Ordinal)).Length);
        return package.Told().Contains($"\"{email}\"", StringComparison.Ordinal);
    }
}
