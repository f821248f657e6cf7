namespace WelWee3D.Scans;

/// <summary>What the Functions host leaves of a file whose trigger failed so often that it is tried no more.</summary>
/// <param name="BlobName">Of a scan two ids; of a file that belongs to no order it may hold anything.</param>
public sealed record PoisonMessage([Operational] string ContainerName, [Personal(DataCategory.Identity)] string BlobName)
{
    /// <param name="text">JSON, as it is or in base64: the host has written both.</param>
    /// <returns>Null when it is something else.</returns>
    public static PoisonMessage? Read(string text)
    {
        var bytes = new byte[text.Length];
        try
        {
            return Convert.TryFromBase64String(text, bytes, out var length)
                ? JsonSerializer.Deserialize<PoisonMessage>(bytes.AsSpan(0, length))
                : JsonSerializer.Deserialize<PoisonMessage>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
