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

/// <summary>Takes the body of a request in: each block is on its way to storage while the next one comes.</summary>
internal sealed class UploadReceiver(UploadStore uploads, UploadTurn turn, TimeProvider clock)
{
    // Not longer than a turn lasts: when a client that vanished without a word comes back, its upload is free.
    private static readonly TimeSpan LongestSilence = UploadTurn.Length;

    /// <summary>Where the bytes that are staged end.</summary>
    public long End { get; private set; } = turn.Upload.Attempt.From;

    /// <param name="blocks">How many are staged already.</param>
    public async Task<Ending> Receive(Stream body, int blocks, UploadChecksum? checksum)
    {
        using var inFlight = new BlocksInFlight(uploads, turn);
        try
        {
            return await Receive(body, blocks, checksum, inFlight);
        }
        finally
        {
            await inFlight.Land();
        }
    }

    private async Task<Ending> Receive(Stream body, int blocks, UploadChecksum? checksum, BlocksInFlight inFlight)
    {
        while (true)
        {
            // One byte more than there is room for tells a body that is too long before its end is staged.
            var room = turn.Upload.RoomAfter(End);
            var buffer = await inFlight.Next();
            var (count, ending) = await Fill(buffer.AsMemory(0, (int)Math.Min(BlocksInFlight.BlockSize, room + 1)), body);
            if (count == 0 || count > room || ending == Ending.TurnLost || ++blocks > UploadBlocks.MaxBlocks)
            {
                inFlight.Keep(buffer);
                return count > room ? Ending.TooLong : blocks > UploadBlocks.MaxBlocks ? Ending.TooManyBlocks : ending!.Value;
            }
            inFlight.Send(buffer, End, count);
            checksum?.Append(buffer.AsSpan(0, count));
            End += count;
            if (ending is { } ended)
                return ended;
        }
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
