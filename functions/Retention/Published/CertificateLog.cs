namespace WelWee3D.Retention.Published;

/// <summary>
/// The certificates as a public log: of each a hash, and nothing of what it says. Who has a certificate can tell from it, and from
/// what is signed, that the certificate is in it; who has none learns how many there are.
/// </summary>
public sealed class CertificateLog(Certificates certificates, LogKeys keys, TimeProvider clock) : IDisposable
{
    private const int PerPage = 1000;

    /// <summary>As long as whoever asked may keep what they were told.</summary>
    private static readonly TimeSpan ToldAgain = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile Seen? seen;

    /// <summary>In the order of their numbers, from the first on, as far as none is missing.</summary>
    public async Task<IReadOnlyList<byte[]>> Leaves(CancellationToken cancellation) => (await Look(isEnough: _ => false, cancellation)).Leaves;

    /// <summary>The same for anybody: what others have written may be missing of the last seconds, so that it costs storage nothing how often they ask.</summary>
    public async Task<IReadOnlyList<byte[]>> Lately(CancellationToken cancellation) => (await Look(IsRecent, cancellation)).Leaves;

    /// <summary>How long it is lately and its root, signed: once for each length.</summary>
    public async Task<string> Checkpoint(CancellationToken cancellation) => (await Look(IsRecent, cancellation)).Checkpoint.Value;

    public void Dispose() => oneAtATime.Dispose();

    // What this instance wrote itself it knows at once.
    private bool IsRecent(Seen last) => last.Newest == certificates.NewestHere && (clock.GetUtcNow() - last.At).Duration() < ToldAgain;

    private async Task<Seen> Look(Func<Seen, bool> isEnough, CancellationToken cancellation)
    {
        if (seen is { } last && isEnough(last))
            return last;
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            // Another may have looked meanwhile.
            return seen is { } since && isEnough(since) ? since : seen = await Read(seen?.Leaves ?? [], cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    // Certificates never change: what was read of them once needs not be read again.
    private async Task<Seen> Read(byte[][] known, CancellationToken cancellation)
    {
        var (newest, at) = (certificates.NewestHere, clock.GetUtcNow());
        var added = await certificates.NewestFirst(from: null, known.Length == 0 ? PerPage : 1, cancellation)
            .TakeWhile(certificate => certificate.Number > known.Length).ToListAsync(cancellation);
        added.Reverse();
        byte[][] leaves =
        [
            .. known,
            .. added.TakeWhile((certificate, index) => certificate.Number == known.Length + index + 1)
                .Select(certificate => HashTree.Leaf(Encoding.UTF8.GetBytes(certificate.Text))),
        ];
        return seen is { } before && before.Leaves.Length == leaves.Length
            ? before with { Newest = newest, At = at }
            : new(leaves, new(() => keys.Sign(leaves.Length, HashTree.Root(leaves))), newest, at);
    }

    /// <param name="Newest">That of this instance, when it looked.</param>
    private sealed record Seen(byte[][] Leaves, Lazy<string> Checkpoint, int Newest, DateTimeOffset At);
}
