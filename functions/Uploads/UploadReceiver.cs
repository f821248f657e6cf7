using System.Buffers;

namespace WelWee3D.Uploads;

/// <summary>How the body of a request came to its end.</summary>
internal enum Ending
{
    Whole,

    /// <summary>The connection broke, or fell silent: what had come counts all the same, if it has no checksum.</summary>
    CutShort,
    TooLong,
    TooManyBlocks,
    TurnLost,
}

/// <summary>Takes the body of a request in, in constant memory: each block is staged as soon as it is full.</summary>
internal sealed class UploadReceiver(UploadStore uploads, UploadTurn turn, TimeProvider clock)
{
    public const int BlockSize = 4 << 20;

    // Not longer than a turn lasts: when a client that vanished without a word comes back, its upload is free.
    private static readonly TimeSpan LongestSilence = UploadTurn.Length;

    /// <summary>Where the bytes that are staged end.</summary>
    public long End { get; private set; } = turn.Upload.Attempt.From;

    public async Task<Ending> Receive(Stream body, int blocks, UploadChecksum? checksum)
    {
        // Bodies of people do not linger in shared memory: the buffer is cleared when it goes back.
        var buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            while (true)
            {
                // One byte more than there is room for tells a body that is too long before its end is staged.
                var room = turn.Upload.Length - End;
                var (count, ending) = await Fill(buffer.AsMemory(0, (int)Math.Min(BlockSize, room + 1)), body);
                if (count > room)
                    return Ending.TooLong;
                if (count > 0 && ++blocks > UploadBlocks.MaxBlocks)
                    return Ending.TooManyBlocks;
                if (count > 0 && !await Stage(buffer, count, checksum))
                    return Ending.TurnLost;
                if (ending is { } ended)
                    return ended;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <returns>False when the turn was lost meanwhile: what has just been staged may be all that is left of an upload.</returns>
    private async Task<bool> Stage(byte[] buffer, int count, UploadChecksum? checksum)
    {
        checksum?.Append(buffer.AsSpan(0, count));
        await uploads.Stage(turn, End, count, buffer);
        End += count;
        return await turn.Renew();
    }

    /// <summary>Reads until the buffer is full, which is no ending, or the body ends.</summary>
    private async Task<(int Count, Ending? Ending)> Fill(Memory<byte> buffer, Stream body)
    {
        using var silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        for (var filled = 0; ;)
        {
            if (filled == buffer.Length)
                return (filled, null);
            if (!await turn.Keep())
                return (filled, Ending.TurnLost);
            silence.CancelAfter(LongestSilence);
            try
            {
                var count = await body.ReadAsync(buffer[filled..], silence.Token);
                if (count == 0)
                    return (filled, Ending.Whole);
                filled += count;
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException)
            {
                return (filled, Ending.CutShort);
            }
        }
    }
}
