using System.Buffers.Binary;
using Org.BouncyCastle.Crypto.Parameters;
using WelWee3D.Mail;
using WelWee3D.People;

namespace WelWee3D.Retention.Published;

/// <summary>
/// The keys with which the log is signed (Ed25519, by C2SP's signed-note). They are made of the key that people's hashes are made
/// with: one secret less to keep, and while that is being changed both sign, so that what an older letter names still holds; not so one that leaked.
/// </summary>
public sealed class LogKeys(SubjectKeys keys, IOptions<MailOptions> mail)
{
    private const string Purpose = "certificate-log";
    private const byte Ed25519 = 1;
    private const int IdLength = 4;

    /// <summary>What the log is called in what it signs.</summary>
    public string Origin => $"{mail.Value.AppAddress!.Authority}/certificates";

    /// <summary>As verifiers take them, the present one first.</summary>
    public IReadOnlyList<string> Verifiers => [.. Pairs().Select(pair =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}+{BinaryPrimitives.ReadUInt32BigEndian(Id(pair)):x8}+{Convert.ToBase64String(Typed(pair))}"))];

    /// <summary>What a letter bears, to be held against what is published.</summary>
    public string OnLetters => Convert.ToBase64String(Pairs()[0].GeneratePublicKey().GetEncoded());

    /// <summary>A letter's link with its key behind it: what comes after the # is never sent to anybody.</summary>
    public Uri Behind(Uri link) => new UriBuilder(link) { Fragment = $"k={OnLetters.TrimEnd('=').Replace('+', '-').Replace('/', '_')}" }.Uri;

    /// <summary>A checkpoint, signed by each key.</summary>
    public string Sign(int size, byte[] root)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{size}\n{Convert.ToBase64String(root)}\n");
        var signed = Encoding.UTF8.GetBytes(text);
        return $"{text}\n{string.Concat(Pairs().Select(pair => $"\u2014 {Origin} {Convert.ToBase64String([.. Id(pair), .. Signature(pair, signed)])}\n"))}";
    }

    private IReadOnlyList<Ed25519PrivateKeyParameters> Pairs() => [.. keys.Secrets(Purpose, Origin).Select(seed => new Ed25519PrivateKeyParameters(seed))];

    private byte[] Id(Ed25519PrivateKeyParameters pair) => SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Origin}\n"), .. Typed(pair)])[..IdLength];

    private static byte[] Typed(Ed25519PrivateKeyParameters pair) => [Ed25519, .. pair.GeneratePublicKey().GetEncoded()];

    private static byte[] Signature(Ed25519PrivateKeyParameters pair, byte[] text)
    {
        var signature = new byte[Ed25519PrivateKeyParameters.SignatureSize];
        pair.Sign(Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.Algorithm.Ed25519, null, text, 0, text.Length, signature, 0);
        return signature;
    }
}
