namespace WelWee3D.Exports;

/// <summary>
/// What is written into an answer while it is made. A ZIP is written without waiting here and there, and an answer never may be:
/// that goes with what comes next.
/// </summary>
internal sealed class AnsweredStream(Stream answer) : ForwardOutput
{
    private const int SentAt = 256 * 1024;

    private readonly MemoryStream piece = new();
    private long sent;

    protected override long Written => sent + piece.Length;

    public override void Write(byte[] buffer, int offset, int count) => piece.Write(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        piece.Write(buffer.Span);
        if (piece.Length >= SentAt)
            await FlushAsync(cancellationToken);
    }

    public override void Flush() { }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await answer.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), cancellationToken);
        sent += piece.Length;
        piece.SetLength(0);
    }
}
