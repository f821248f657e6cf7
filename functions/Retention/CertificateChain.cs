using System.Text.Json;

namespace WelWee3D.Retention;

/// <summary>Where a chain of certificates stops being believable.</summary>
public sealed record BrokenLink(int Number, string Reason);

/// <summary>Recomputes a chain of certificates from their texts alone. Pure: an inspector can run it on a copy.</summary>
public static class CertificateChain
{
    /// <param name="certificates">In the order of their numbers, from the first.</param>
    /// <returns>The first broken link, or null when every one holds.</returns>
    public static async Task<(int Checked, BrokenLink? Broken)> Verify(IAsyncEnumerable<SealedCertificate> certificates)
    {
        var (expected, previous) = (1, SealedCertificate.Origin);
        await foreach (var certificate in certificates)
        {
            if (Fault(certificate, expected, previous) is { } fault)
                return (expected - 1, new(expected, fault));
            (expected, previous) = (expected + 1, certificate.Hash);
        }
        return (expected - 1, null);
    }

    private static string? Fault(SealedCertificate certificate, int expected, string previous)
    {
        if (certificate.Number != expected)
            return $"certificate {expected} is missing: {certificate.Number} follows {expected - 1}";
        if (SealedCertificate.HashOf(certificate.Text) != certificate.Hash)
            return "its text does not have the hash it was sealed with";
        try
        {
            var read = certificate.Read();
            if (read.Number != expected)
                return $"its text bears the number {read.Number}";
            if (read.Previous != previous)
                return $"it does not follow from certificate {expected - 1}";
        }
        catch (JsonException)
        {
            return "its text is not a certificate";
        }
        return null;
    }
}
