using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WelWee3D.Http;

/// <summary>
/// A JSON merge patch (RFC 7396): the members that change; null takes a member away, and what is not named stays.
/// </summary>
public sealed class MergePatch
{
    public const string Type = "application/merge-patch+json";

    private readonly JsonObject changes;

    private MergePatch(JsonObject changes) => this.changes = changes;

    /// <typeparam name="TShape">What may be in the patch: the members of the document, all of them optional.</typeparam>
    public static async Task<Read<MergePatch>> Read<TShape>(HttpRequest request, long limit, CancellationToken cancellation)
        where TShape : class
    {
        if (!IsMergePatch(request) && Body.Kind(request) != BodyKind.Json)
            return new(Answers.UnsupportedMediaType(Type, Body.JsonType));

        return await Body.Json(request, limit, Patch, cancellation);

        static Read<MergePatch> Patch(JsonElement root) => Body.Shaped<TShape>(root) is { Refusal: { } refusal }
            ? new(refusal)
            : new(new MergePatch(JsonObject.Create(root.Clone())!));
    }

    /// <returns>The document with the patch applied, or what would then be wrong with it.</returns>
    public (T? Patched, Problems Problems) Apply<T>(T document)
        where T : class
    {
        var patched = JsonSerializer.SerializeToNode(document, Json.Options)!.AsObject();
        Merge(patched, changes);
        var root = JsonSerializer.SerializeToElement(patched, Json.Options);
        var shape = JsonShape.Of<T>(root);
        return shape.Problems.Any ? (null, shape.Problems) : (root.Deserialize<T>(Json.Options), shape.Problems);
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
                target.Remove(name);
            else if (value is not JsonObject inner)
                target[name] = value.DeepClone();
            else
                Merge(target[name] as JsonObject ?? Added(target, name), inner);
        }
    }

    private static JsonObject Added(JsonObject target, string name)
    {
        var added = new JsonObject();
        target[name] = added;
        return added;
    }

    private static bool IsMergePatch(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Type, StringComparison.OrdinalIgnoreCase);
}
