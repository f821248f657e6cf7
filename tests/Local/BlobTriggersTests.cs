using Azure.Storage.Blobs.Specialized;

namespace WelWee3D.Tests.Local;

[Collection(LocalAppTests.Name)]
public sealed class BlobTriggersTests(LocalAppFixture local)
{
    [Fact]
    public async Task Each_version_of_a_blob_is_offered_once()
    {
        var container = await local.Container("samples");
        await container.GetBlobClient("order/one").UploadAsync(BinaryData.FromString("first"));
        await Eventually.True(() => Calls("one").Length == 1);

        await container.GetBlobClient("order/one").UploadAsync(BinaryData.FromString("second"), overwrite: true);
        await Eventually.True(() => Calls("one").Length == 2);

        // A later blob has been seen, so the earlier one has been looked at again.
        await container.GetBlobClient("order/two").UploadAsync(BinaryData.FromString("other"));
        await Eventually.True(() => Calls("two").Length == 1);
        Assert.Equal(["order one first", "order one second"], Calls("one"));
    }

    [Fact]
    public async Task A_blob_is_offered_when_it_is_committed_and_not_before()
    {
        var container = await local.Container("samples");
        var blob = container.GetBlockBlobClient("order/blocks");
        var block = Convert.ToBase64String("1"u8);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("whole"));
        await blob.StageBlockAsync(block, content);
        await container.GetBlobClient("order/after").UploadAsync(BinaryData.FromString("x"));
        await Eventually.True(() => Calls("after").Length == 1);
        Assert.Empty(Calls("blocks"));

        await blob.CommitBlockListAsync([block]);

        await Eventually.True(() => Calls("blocks") is ["order blocks whole"]);
    }

    [Fact]
    public async Task A_stream_binds_and_a_name_that_does_not_fit_is_left_alone()
    {
        var container = await local.Container("samplestreams");
        await container.GetBlobClient("a.stl").UploadAsync(BinaryData.FromString("no"));
        await container.GetBlobClient("b.txt").UploadAsync(BinaryData.FromString("yes"));

        await Eventually.True(() => local.Calls.Of("SampleStream").Length > 0);

        Assert.Equal(["b yes"], local.Calls.Of("SampleStream"));
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_goes_to_the_poison_list()
    {
        var container = await local.Container("samplepoison");
        await container.GetBlobClient("stone").UploadAsync(BinaryData.FromString("x"));

        var poison = await Eventually.Find(
            () => local.Http.GetFromJsonAsync<JsonElement>("local/poison"), list => list.GetArrayLength() > 0);

        Assert.Equal("samplepoison/stone", poison[0].GetProperty("path").GetString());
        Assert.Equal("SamplePoison", poison[0].GetProperty("function").GetString());
        Assert.Equal("stone does not go down.", poison[0].GetProperty("error").GetString());
        Assert.Equal(5, local.Calls.Of("SamplePoison").Length);
    }

    [Fact]
    public async Task The_admin_route_runs_a_blob_function_again()
    {
        var container = await local.Container("samples");
        await container.GetBlobClient("order/again").UploadAsync(BinaryData.FromString("x"));
        await Eventually.True(() => Calls("again").Length == 1);

        using var answer = await local.Http.PostAsJsonAsync("admin/functions/SampleBlob", new { input = "samples/order/again" });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(2, Calls("again").Length);
    }

    private string[] Calls(string name) =>
        [.. local.Calls.Of("SampleBlob").Where(call => call.Split(' ')[1] == name)];
}
