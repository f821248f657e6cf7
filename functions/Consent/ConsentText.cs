namespace WelWee3D.Consent;

/// <summary>The exact words that an answer is an answer to. Once they were in force they never change: other words are another version.</summary>
/// <param name="InForceFrom">The first day on which it may be answered.</param>
public sealed record ConsentText(Purpose Purpose, string Version, DateOnly InForceFrom, string Language, string Words)
{
    /// <summary>Of the words in UTF-8, in hex.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Words)));
}
