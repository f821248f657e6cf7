using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary>A body that breaks off at the limit, for what was not told beforehand how long it is.</summary>
internal sealed class LimitedBody(Stream body, long limit) : InputStream
{
    private long count;

    public bool IsTooLong => count > limit;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        count += read;
        return IsTooLong ? throw new IOException($"The request brings more than {limit} bytes.") : read;
    }
}
