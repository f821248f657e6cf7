using Azure;
using Azure.Storage.Blobs;

namespace WelWee3D.Tests.Storage;

public sealed class BlobStreamTests : OwnWorld
{
    private static readonly byte[] File = RandomNumberGenerator.GetBytes(3_000_000);

    [Fact]
    public async Task A_whole_blob_comes_in_one_request()
    {
        await using var stream = await BlobStream.Open(await Stored(), default);
        var before = world.Calls.Count;
        var read = new MemoryStream();
        await stream.CopyToAsync(read);

        Assert.Equal(File, read.ToArray());
        Assert.Equal(1, world.Calls.Count - before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2_999_999)]
    [InlineData(3_000_000)]
    public async Task It_is_read_on_from_any_place(int from)
    {
        await using var stream = await BlobStream.Open(await Stored(), default);
        await stream.ReadExactlyAsync(new byte[10]);
        stream.Position = from;
        var read = new MemoryStream();
        await stream.CopyToAsync(read);

        Assert.Equal(File[from..], read.ToArray());
        Assert.Equal(File.Length, stream.Position);
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_mixed_in()
    {
        var blob = await Stored();
        await using var stream = await BlobStream.Open(blob, default);
        await blob.UploadAsync(new BinaryData(new byte[File.Length]), overwrite: true);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => stream.ReadExactlyAsync(new byte[10]).AsTask());
        Assert.Equal(412, refused.Status);
    }

    private async Task<BlobClient> Stored()
    {
        var blob = world.Get<ScanBlobs>().Blob($"{world.NewId()}/{world.NewId()}.stl");
        await blob.UploadAsync(new BinaryData(File));
        return blob;
    }
}
