using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class ScanDiesTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public Task An_upload_that_dies_at_its_end_goes_on_where_it_truly_is() => new EveryPoint<Upload>(world, output, "finish an upload")
    {
        Prepare = NewUpload,
        Act = (life, upload) => Patch(life, upload, 0),
        Again = async (life, upload) =>
        {
            if (await Offset(life, upload) is var offset && offset < Make.File.Length)
                await Patch(life, upload, offset);
            Assert.Equal(Make.File.Length, await Offset(life, upload));
        },
        Check = async (state, upload) =>
        {
            Assert.True(Assert.Single(state.Uploads, row => row.PartitionKey == $"{upload.Id}").GetBoolean("IsComplete"));
            Assert.Single(state.Scans, row => row.RowKey == $"scan|{upload.Id}");
            var blob = await world.Storage.Scans.GetBlobClient($"{upload.OrderId}/{upload.BlobName}").DownloadContentAsync();
            Assert.Equal(Make.File, blob.Value.Content.ToArray());
        },
    }.Try(atLeast: 12);

    [Fact]
    public Task An_upload_that_nobody_comes_back_to_is_a_whole_scan_or_nothing() => new EveryPoint<Upload>(world, output, "leave an upload")
    {
        Prepare = NewUpload,
        Act = (life, upload) => Patch(life, upload, 0),
        Again = async (life, _) =>
        {
            world.Wait(TimeSpan.FromDays(8));
            Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
        },
        Check = async (state, upload) =>
        {
            Assert.DoesNotContain(state.Uploads, row => row.PartitionKey == $"{upload.Id}");
            var isScan = state.Scans.Any(row => row.RowKey == $"scan|{upload.Id}");
            var certified = (await StoredProof.All(world)).Certified.GetValueOrDefault($"upload|{upload.Id}");
            Assert.Equal(isScan, state.Blobs.Contains($"{upload.OrderId}/{upload.BlobName}"));
            Assert.Equal(isScan ? 0 : 1, certified);
        },
    }.Try(atLeast: 12);

    [Fact]
    public Task Recording_a_scan() => Record("record a scan", Make.File, (state, scan) =>
    {
        Assert.Equal(StlHash, scan.GetString("Sha256"));
        Assert.Null(scan.GetString("Rejected"));
    });

    [Fact]
    public Task Recording_a_file_that_is_no_scan() => Record("record what is no scan", [1, 2, 3], (state, scan) =>
    {
        Assert.NotNull(scan.GetString("Rejected"));
        Assert.Single(state.Letters, row => row.RowKey == $"{scan.PartitionKey}|{scan.RowKey["scan|".Length..]}|scan-rejected");
    });

    [Fact]
    public Task Recording_a_blob_that_no_order_knows() => new EveryPoint<string>(world, output, "record an unclaimed blob")
    {
        Prepare = async () =>
        {
            var name = $"loose/{world.Given.NewAddress()}.stl";
            await world.Given.File(name);
            return name;
        },
        Act = Record,
        Check = (state, name) =>
        {
            var row = Assert.Single(state.Unclaimed, row => row.GetString("BlobName") == name);
            Assert.Equal(world.Today.AddMonths(2).AddDays(-8).Iso(), row.GetString("DueOn"));
            Assert.Single(state.Letters, letter => letter.RowKey == $"{row.PartitionKey}|blob-unclaimed");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 5);

    private static string StlHash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Make.File));

    private Task Record(string operation, byte[] file, Action<StoredState, Azure.Data.Tables.TableEntity> check) =>
        new EveryPoint<Order>(world, output, operation)
        {
            Prepare = async () =>
            {
                var order = await world.Given.OrderWithScan(world.Given.NewAddress(), read: false);
                await world.Given.File(Name(order), file);
                return order;
            },
            Act = (life, order) => Record(life, Name(order)),
            Check = (state, order) =>
            {
                check(state, Assert.Single(state.Scans, row => row.PartitionKey == $"{order.Id}"));
                return Task.CompletedTask;
            },
        }.Try(atLeast: 8);

    private static string Name(Order order) => $"{order.Id}/{order.Scans[0].BlobName}";

    private static Task Record(World life, string blob) =>
        new RecordScan(life.Get<ScanRecorder>(), life.Get<TimeProvider>())
            .Run(life.Get<ScanBlobs>().Blob(blob), default);

    private async Task<Upload> NewUpload() =>
        await world.Given.Upload(await world.Given.Order(world.Given.NewAddress()), Make.File.Length);

    private static async Task Patch(World life, Upload upload, long offset)
    {
        var answer = await life.Ask<AppendToUpload>((function, request) => function.Run(request, $"{upload.Id}", default), compose: request =>
        {
            request.Method = HttpMethods.Patch;
            request.Headers["Tus-Resumable"] = "1.0.0";
            request.Headers["Upload-Offset"] = offset.ToString(CultureInfo.InvariantCulture);
            request.Send("application/offset+octet-stream", Make.File[(int)offset..]);
        });
        Assert.Equal(StatusCodes.Status204NoContent, answer.StatusCode);
    }

    private static async Task<long> Offset(World life, Upload upload)
    {
        var answer = await life.Ask<ReadUploadOffset>((function, request) => function.Run(request, $"{upload.Id}", default), compose: request =>
        {
            request.Method = HttpMethods.Head;
            request.Headers["Tus-Resumable"] = "1.0.0";
        });
        Assert.Equal(StatusCodes.Status200OK, answer.StatusCode);
        return long.Parse(answer.Headers["Upload-Offset"].ToString(), CultureInfo.InvariantCulture);
    }
}
