namespace WelWee3D.Formats;

/// <summary>The part of a text that is in memory: read on while it is gone through, in one buffer.</summary>
internal sealed class TextWindow(Stream content)
{
    private const int Size = 256 * 1024;

    private readonly byte[] buffer = new byte[Size];
    private int start, end;

    /// <summary>Good until the next <see cref="Fill"/>.</summary>
    public ReadOnlySpan<byte> Text => buffer.AsSpan(start, end - start);

    /// <summary>Nothing comes after <see cref="Text"/>.</summary>
    public bool IsLast { get; private set; }

    public void Skip(int count) => start += count;

    /// <summary>Keeps what was not skipped, and reads as much behind it as there is room for.</summary>
    public async ValueTask Fill(CancellationToken cancellation)
    {
        Text.CopyTo(buffer);
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
            var last = IsLast ? -1 : Text.LastIndexOfAny(Blank.All);
            return last < 0 ? Text : Text[..(last + 1)];
        }
    }

    /// <summary>Likewise, the text up to its last line feed; empty where a line does not fit.</summary>
    public ReadOnlySpan<byte> WholeLines => IsLast ? Text : Text[..(Text.LastIndexOf((byte)'\n') + 1)];
}
