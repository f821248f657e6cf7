namespace WelWee3D.Formats;

/// <summary>The part of a file that is in memory: read on while it is gone through, in one buffer.</summary>
internal sealed class Window(Stream content)
{
    public const int Size = 256 * 1024;

    private readonly byte[] buffer = new byte[Size];
    private int start, end;

    /// <summary>Good until the next <see cref="Fill"/>.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, end - start);

    /// <summary>Nothing comes after <see cref="Bytes"/>.</summary>
    public bool IsLast { get; private set; }

    public bool IsFull => end - start == Size;

    public void Skip(int count) => start += count;

    /// <summary>Keeps what was not skipped, and reads as much behind it as there is room for.</summary>
    public async ValueTask Fill(CancellationToken cancellation)
    {
        Bytes.CopyTo(buffer);
        (start, end) = (0, end - start);
        var room = buffer.AsMemory(end);
        var read = await content.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, cancellation);
        end += read;
        IsLast = read < room.Length;
    }

    /// <summary>
    /// The text up to its last blank, so that no word is cut in two; all of it where nothing follows, or where one word fills
    /// the window.
    /// </summary>
    public ReadOnlySpan<byte> WholeWords
    {
        get
        {
            var last = IsLast ? -1 : Bytes.LastIndexOfAny(Blank.All);
            return last < 0 ? Bytes : Bytes[..(last + 1)];
        }
    }
}
