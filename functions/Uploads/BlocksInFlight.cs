using System.Buffers;

namespace WelWee3D.Uploads;

/// <summary>Stages blocks, a few at the same time, while the next one is filled: in constant memory.</summary>
internal sealed class BlocksInFlight(UploadStore uploads, UploadTurn turn) : IDisposable
{
    public const int BlockSize = 4 << 20;

    private const int Most = 4;

    private readonly Queue<(byte[] Buffer, Task Staging)> inFlight = new();
    private readonly Stack<byte[]> free = new();

    /// <summary>A buffer for the next block. When all are in flight, the first of them is waited for.</summary>
    public async ValueTask<byte[]> Next()
    {
        if (inFlight.Count == Most)
        {
            await inFlight.Peek().Staging;
            free.Push(inFlight.Dequeue().Buffer);
        }
        return free.Count > 0 ? free.Pop() : ArrayPool<byte>.Shared.Rent(BlockSize);
    }

    public void Send(byte[] buffer, long offset, int count) => inFlight.Enqueue((buffer, uploads.Stage(turn, offset, count, buffer)));

    /// <summary>Keeps a buffer of which nothing is sent for the next block.</summary>
    public void Keep(byte[] buffer) => free.Push(buffer);

    /// <summary>Waits for all; fails as the first did that failed.</summary>
    public Task Land() => Task.WhenAll(inFlight.Select(each => each.Staging));

    /// <summary>Once all have landed. Bodies of people do not linger in shared memory: what goes back to it is cleared.</summary>
    public void Dispose()
    {
        foreach (var buffer in free.Concat(inFlight.Select(each => each.Buffer)))
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
