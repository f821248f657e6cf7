using WelWee3D.Http;

namespace WelWee3D.Uploads;

/// <summary>What the bytes of one request must hash to; computed while they pass.</summary>
internal sealed class UploadChecksum : IDisposable
{
    public const string Algorithms = "sha1,sha256";

    private readonly IncrementalHash hash;
    private readonly byte[] expected;

    private UploadChecksum(HashAlgorithmName algorithm, byte[] expected)
    {
        hash = IncrementalHash.CreateHash(algorithm);
        this.expected = expected;
    }

    /// <summary>False when there is a header and it is not an algorithm known here with a base64 digest of its length.</summary>
    public static bool TryRead(HttpRequest request, out UploadChecksum? checksum)
    {
        var header = request.Headers[Tus.UploadChecksum];
        checksum = header is [{ } text] ? Parse(text) : null;
        return header.Count == 0 || checksum is not null;
    }

    public static IResult Refusal() =>
        Answers.Unreadable(Tus.UploadChecksum, $"Must be one of {Algorithms}, a space, and the digest in base64.");

    private static UploadChecksum? Parse(string header)
    {
        if (header.Split(' ') is not [var name, var base64] || Algorithm(name) is not var (algorithm, length))
            return null;
        var digest = new byte[length];
        return base64.Length == (length + 2) / 3 * 4
            && Convert.TryFromBase64String(base64, digest, out var count) && count == length
            ? new UploadChecksum(algorithm, digest)
            : null;
    }

    public void Append(ReadOnlySpan<byte> bytes) => hash.AppendData(bytes);

    public bool IsMet() => hash.GetHashAndReset().AsSpan().SequenceEqual(expected);

    public void Dispose() => hash.Dispose();

    // SHA-1 finds broken transfers only; tus asks every server for it.
    private static (HashAlgorithmName, int)? Algorithm(string name) => name switch
    {
        "sha1" => (HashAlgorithmName.SHA1, SHA1.HashSizeInBytes),
        "sha256" => (HashAlgorithmName.SHA256, SHA256.HashSizeInBytes),
        _ => null,
    };
}
