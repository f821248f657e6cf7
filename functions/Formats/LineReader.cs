namespace WelWee3D.Formats;

/// <summary>The lines of a text file, one at a time, out of one buffer.</summary>
internal sealed class LineReader(Stream content)
{
    public const int LongestLine = 64 * 1024;

    private readonly byte[] buffer = new byte[LongestLine];
    private int lineStart, lineLength;
    private int start, end;

    /// <summary>Without its line feed. Good until the next line is asked for.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(lineStart, lineLength);

    /// <summary>The number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>There is a next line, but it does not fit.</summary>
    public bool IsTooLong { get; private set; }

    public async ValueTask<bool> Next(CancellationToken cancellation)
    {
        var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
        if (length < 0)
        {
            await Fill(cancellation);
            length = buffer.AsSpan(0, end).IndexOf((byte)'\n');
        }

        if (length < 0)
        {
            IsTooLong = end == buffer.Length;
            if (IsTooLong || end == 0)
                return false;
        }

        // The last line may lack its line feed.
        (lineStart, lineLength) = (start, length < 0 ? end : length);
        start = Math.Min(end, lineStart + lineLength + 1);
        Number++;
        return true;
    }

    private async ValueTask Fill(CancellationToken cancellation)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        end += await content.ReadAtLeastAsync(
            buffer.AsMemory(end), buffer.Length - end, throwOnEndOfStream: false, cancellation);
    }
}
