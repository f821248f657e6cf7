namespace WelWee3D.Formats;

/// <summary>
/// Lets XML through of which a parser makes one node after another: it keeps each whole, however long it is, and a value may have
/// in it whatever stands at the end of a tag.
/// </summary>
internal sealed class TagGuard(Stream inner) : InputStream
{
    private const int Longest = 256 * 1024;

    private int length;

    public void NextNode() => length = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, Longest)], cancellationToken);
        return (length += read) <= Longest ? read : throw new DamagedException(Damage.BadXml.English);
    }
}
