using Azure;
using Azure.Storage.Blobs;

namespace WelWee3D.Storage;

public static class BlobHash
{
    /// <summary>The length of a blob, and its SHA-256 in hex, read as a stream.</summary>
    /// <returns>Null when it was deleted meanwhile.</returns>
    public static async Task<(long Bytes, string Sha256)?> Hash(this BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            await using var content = await BlobStream.Open(blob, cancellation);
            return (content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)));
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            return null;
        }
    }
}
