using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WelWee3D.Local;

/// <summary>Small JSON bodies of the endpoints under /local and /admin.</summary>
internal static class LocalJson
{
    /// <returns>The body; undefined where it is not JSON.</returns>
    public static async Task<JsonElement> Read(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    public static string? Text(JsonElement body, string property) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(property, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    public static IResult Invalid(string field, string problem) =>
        Results.ValidationProblem(new Dictionary<string, string[]> { [field] = [problem] });
}
