namespace WelWee3D.Formats;

/// <summary>What stands behind the end of a file and means nothing: zeros, or the Ctrl-Z that ended a text once.</summary>
internal static class Padding
{
    private const byte CtrlZ = 0x1A;

    public static bool Is(byte sign) => sign is 0 or CtrlZ;

    public static int CountAtEnd(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOfAnyExcept((byte)0, CtrlZ);
        return bytes.Length - last - 1;
    }

    public static IReadOnlyList<string> Warnings(long bytes, string after) => bytes switch
    {
        0 => [],
        1 => [$"1 byte follows {after}."],
        _ => [string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes follow {after}.")],
    };
}
