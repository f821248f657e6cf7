using System.Text;

namespace WelWee3D.Retention.Published;

/// <summary>
/// The certificates as a public log: of each a hash, and nothing of what it says. Who has a certificate can tell from it, and from
/// what is signed, that the certificate is in it; who has none learns how many there are.
/// </summary>
public sealed class CertificateLog(Certificates certificates) : IDisposable
{
    private const int PerPage = 1000;

    private readonly SemaphoreSlim oneAtATime = new(1);
    // Certificates never change: what was read of them once needs not be read again.
    private byte[][] leaves = [];

    /// <summary>In the order of their numbers, from the first on, as far as none is missing.</summary>
    public async Task<IReadOnlyList<byte[]>> Leaves(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var known = leaves.Length;
            var added = await certificates.NewestFirst(from: null, known == 0 ? PerPage : 1, cancellation)
                .TakeWhile(certificate => certificate.Number > known).ToListAsync(cancellation);
            added.Reverse();
            leaves =
            [
                .. leaves,
                .. added.TakeWhile((certificate, at) => certificate.Number == known + at + 1).Select(certificate => HashTree.Leaf(Encoding.UTF8.GetBytes(certificate.Text))),
            ];
            return leaves;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();
}
