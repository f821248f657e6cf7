using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>
/// The token in the link to a package: which one it is, and a secret of 128 bits that only who has the link knows.
/// </summary>
public readonly record struct ExportLink(Id Package, string Secret)
{
    private const int IdLength = 32;
    private const int SecretLength = 32;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public static bool TryParse(string text, out ExportLink link)
    {
        link = default;
        if (text.Length != IdLength + SecretLength || !Id.TryParse(text[..IdLength], out var package)
            || text.AsSpan(IdLength).ContainsAnyExcept(Hex))
            return false;
        link = new(package, text[IdLength..]);
        return true;
    }

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Secret)));

    public bool Opens(ExportPackage package) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(package.TokenHash));

    public override string ToString() => $"{Package}{Secret}";
}
