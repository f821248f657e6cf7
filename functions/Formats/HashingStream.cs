namespace WelWee3D.Formats;

/// <summary>
/// Hashes and counts what is read through it, and shows the first bytes before they are read. While one buffer is gone
/// through it is hashed on another core, and while the next is filled.
/// </summary>
/// <remarks>Leaves <paramref name="inner"/> open: it belongs to the caller.</remarks>
internal sealed class HashingStream(Stream inner) : InputStream
{
    private const int BufferSize = 256 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[BufferSize];
    private byte[] former = new byte[BufferSize];
    private Task hashing = Task.CompletedTask;
    private int start, end;
    private bool isLast;

    public long Bytes { get; private set; }

    public async Task<string> Sha256()
    {
        await hashing;
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>The first <paramref name="count"/> bytes, or all there are. To be asked once, before any reading.</summary>
    public async Task<ReadOnlyMemory<byte>> Peek(int count, CancellationToken cancellation)
    {
        await Next(cancellation);
        return buffer.AsMemory(0, Math.Min(count, end));
    }

    public async Task Drain(CancellationToken cancellation)
    {
        while (await Next(cancellation))
        {
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (start == end && !await Next(cancellationToken))
            return 0;
        var read = Math.Min(buffer.Length, end - start);
        this.buffer.AsMemory(start, read).CopyTo(buffer);
        start += read;
        return read;
    }

    /// <summary>Whoever gives up half-way waits for what is being hashed.</summary>
    public override async ValueTask DisposeAsync()
    {
        await hashing;
        hash.Dispose();
        await base.DisposeAsync();
    }

    /// <returns>Whether there was anything more.</returns>
    private async ValueTask<bool> Next(CancellationToken cancellation)
    {
        (start, end) = (0, 0);
        if (isLast)
            return false;
        (buffer, former) = (former, buffer);
        var filled = await inner.ReadAtLeastAsync(buffer, BufferSize, throwOnEndOfStream: false, cancellation);
        await hashing;
        hashing = Hash(buffer.AsMemory(0, filled));
        (end, isLast) = (filled, filled < BufferSize);
        Bytes += filled;
        return filled > 0;
    }

    private Task Hash(ReadOnlyMemory<byte> filled) => Task.Run(() => hash.AppendData(filled.Span));
}
