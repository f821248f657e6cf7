using System.Text.Json;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <param name="Genuine">What is shown beside the text, which people read, says the same.</param>
internal sealed record FetchedCertificate(SealedCertificate Sealed, bool Genuine);

/// <param name="Certificates">In the order of their numbers.</param>
/// <param name="Checkpoints">Those that came with them.</param>
/// <param name="Unreadable">The names of checkpoints that could not be fetched, since they are damaged.</param>
internal sealed record FetchedChain(
    IReadOnlyList<FetchedCertificate> Certificates, IReadOnlyList<Checkpoint> Checkpoints, IReadOnlyList<string> Unreadable);

/// <summary>
/// Certificates and checkpoints as fetched: pages, lists of them or single ones, in one JSON document or several after each
/// other, in any order.
/// </summary>
internal static class CertificateFile
{
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="FormatException">It holds something else than certificates and checkpoints.</exception>
    public static FetchedChain Read(ReadOnlySpan<byte> json)
    {
        var (certificates, checkpoints, unreadable) = (new List<FetchedCertificate>(), new List<Checkpoint>(), new List<string>());
        var reader = new Utf8JsonReader(
            json.StartsWith("\uFEFF"u8) ? json[3..] : json, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            using var document = JsonDocument.ParseValue(ref reader);
            unreadable.AddRange(Unreadable(document.RootElement));
            foreach (var each in In(document.RootElement))
                if (IsCheckpoint(each))
                    checkpoints.Add(StoredJson.ReadRequired<Checkpoint>(each.GetRawText()));
                else
                    certificates.Add(One(each));
        }
        return new([.. certificates.OrderBy(certificate => certificate.Sealed.Number)], checkpoints, unreadable);
    }

    private static IEnumerable<string> Unreadable(JsonElement fetched) =>
        fetched.ValueKind == JsonValueKind.Object && fetched.TryGetProperty("unreadableCheckpoints", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!)
            : [];

    private static bool IsCheckpoint(JsonElement each) => each.TryGetProperty("day", out _) && !each.TryGetProperty("text", out _);

    private static IEnumerable<JsonElement> In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
        JsonValueKind.Object when element.TryGetProperty("items", out var items) && !element.TryGetProperty("text", out _) =>
            element.TryGetProperty("checkpoints", out var checkpoints) ? In(items).Concat(In(checkpoints)) : In(items),
        JsonValueKind.Object => [element],
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
