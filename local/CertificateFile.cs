using System.Text.Json;
using WelWee3D.Retention;

namespace WelWee3D.Local;

/// <param name="Genuine">What is shown beside the text, which people read, says the same.</param>
internal sealed record FetchedCertificate(SealedCertificate Sealed, bool Genuine);

/// <summary>
/// Certificates as fetched: pages, lists of them or single ones, in one JSON document or several after each other, in
/// any order.
/// </summary>
internal static class CertificateFile
{
    /// <returns>In the order of their numbers.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="FormatException">It holds something else than certificates.</exception>
    public static IReadOnlyList<FetchedCertificate> Read(ReadOnlySpan<byte> json)
    {
        var certificates = new List<FetchedCertificate>();
        var reader = new Utf8JsonReader(
            json.StartsWith("\uFEFF"u8) ? json[3..] : json, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            using var document = JsonDocument.ParseValue(ref reader);
            certificates.AddRange(In(document.RootElement));
        }
        return [.. certificates.OrderBy(certificate => certificate.Sealed.Number)];
    }

    private static IEnumerable<FetchedCertificate> In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
        JsonValueKind.Object when element.TryGetProperty("items", out var items) && !element.TryGetProperty("text", out _) => In(items),
        JsonValueKind.Object => [One(element)],
        _ => throw new FormatException("Something in it is not a certificate."),
    };

    private static FetchedCertificate One(JsonElement shown)
    {
        if (!shown.TryGetProperty("number", out var number) || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt32(out var counted) || Text(shown, "text") is not { } text || Text(shown, "hash") is not { } hash)
            throw new FormatException("A certificate must have its number, text and hash.");

        return new(new(counted, text, hash), IsGenuine(shown, text));
    }

    private static bool IsGenuine(JsonElement shown, string text)
    {
        try
        {
            using var told = JsonDocument.Parse(text);
            return told.RootElement.ValueKind == JsonValueKind.Object && shown.EnumerateObject().All(property =>
                property.Name is "text" or "hash"
                || (told.RootElement.TryGetProperty(property.Name, out var value) && JsonElement.DeepEquals(property.Value, value)));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement shown, string name) =>
        shown.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
