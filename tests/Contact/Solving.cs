namespace WelWee3D.Tests.Contact;

/// <summary>Solves a challenge as the ALTCHA widget does in a browser: tries one number after the other.</summary>
internal static class Solving
{
    public static string Solve(this Challenge challenge) => challenge.With(challenge.Number());

    public static int Number(this Challenge challenge) => Enumerable.Range(0, challenge.MaxNumber + 1).First(number =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(challenge.Salt + number.ToString(CultureInfo.InvariantCulture)))) == challenge.Hash);

    public static string With(this Challenge challenge, int number) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        algorithm = challenge.Algorithm, challenge = challenge.Hash, number, salt = challenge.Salt, signature = challenge.Signature, took = 12,
    }));
}
