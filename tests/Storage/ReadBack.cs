using Azure;

namespace WelWee3D.Tests.Storage;

/// <summary>All that the app reads of what is stored, a line for each thing: the same lines for the same facts.</summary>
internal static class ReadBack
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static async Task<IReadOnlyList<string>> Of(World world)
    {
        var told = new List<string>();
        await foreach (var each in Kept(world).Concat(OfSlices(world)).Concat(OfRetention(world)))
            told.Add($"{each.GetType().Name} {JsonSerializer.Serialize(each, each.GetType())}");
        return told;
    }

    /// <summary>Every record as its kind finds it, and as it comes by in the walk.</summary>
    private static async IAsyncEnumerable<object> Kept(World world)
    {
        foreach (var kind in world.Get<RecordKinds>().InOrder)
            await foreach (var record in kind.All(None))
                foreach (var each in record.WithParts)
                {
                    yield return Facts(each);
                    foreach (var found in await world.Get<RecordKinds>().Find(each.Item.Kind)!.Find([each.Item.Id], None))
                        yield return Facts(found);
                }
    }

    private static object Facts(KeptRecord each) => new { each.Item, each.Due, each.Retention, each.Subjects, each.PartOf, each.IsBegun, each.IsFixed };

    private static IAsyncEnumerable<object> OfSlices(World world)
    {
        var (messages, uploads, blobs) = (world.Get<ContactMessages>(), world.Get<UploadStore>(), world.Get<UnclaimedBlobs>());
        var packages = world.Get<ExportPackages>();
        return Each(
            messages.All(None).Select(async (record, token) => (await messages.Find(record.Item.Id, token))!),
            world.Get<OrderStore>().All(None),
            uploads.All(None).Select(upload => upload with { Version = default }),
            blobs.All(None).Select(async (record, token) => (await blobs.Find(record.Item.Id, token))!),
            packages.All(None).Select(async (record, token) => (await packages.Find(record.Item.Id, token))!),
            world.Get<ScanIndex>().All(None).Select(each => (object)each),
            world.Get<StalledOrders>().All(None),
            world.Get<Letters>().Ready(None).Select(letter => letter with { ETag = default }));
    }

    private static IAsyncEnumerable<object> OfRetention(World world) => Each(
        world.Get<DueIndex>().Until(DateOnly.MaxValue, None),
        world.Get<SubjectIndex>().All(None).Select(each => (object)$"{each}"),
        world.Get<Ledger>().All(None).Select(line => line with { Version = default }),
        world.Get<Certificates>().All(None).Select(certificate => certificate.Read() with { Previous = "" }),
        world.Get<DestructionTasks>().Each(None),
        world.Get<RunLog>().NewestFirst(null, 100, None));

    private static IAsyncEnumerable<object> Each(params IAsyncEnumerable<object>[] all) => all.ToAsyncEnumerable().SelectMany(each => each);
}
