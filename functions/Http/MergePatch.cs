using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace WelWee3D.Http;

/// <summary>
/// A JSON merge patch (RFC 7396): the members that change; null takes a member away, and what is not named stays.
/// </summary>
public sealed class MergePatch
{
    public const string Type = "application/merge-patch+json";

    private readonly JsonObject changes;
    private readonly JsonShape shape;

    private MergePatch(JsonObject changes, JsonShape shape) => (this.changes, this.shape) = (changes, shape);

    /// <summary>Whether members of it are of another JSON type than asked for.</summary>
    public bool IsUnreadable => shape.WrongTypes.Any;

    /// <summary>What is wrong with it is told when it is applied, beside what would then be wrong with the document.</summary>
    /// <typeparam name="TShape">What may be in the patch: the members of the document, all of them optional.</typeparam>
    public static async Task<Read<MergePatch>> Read<TShape>(HttpRequest request, long limit, CancellationToken cancellation)
        where TShape : class
    {
        if (!IsMergePatch(request) && Body.Kind(request) != BodyKind.Json)
            return new(Answers.UnsupportedMediaType(Type, Body.JsonType));

        return await Body.Json(request, limit, Patch, cancellation);

        static Read<MergePatch> Patch(JsonElement root)
        {
            var shape = JsonShape.Of<TShape>(root);
            return root.ValueKind == JsonValueKind.Object
                ? new(new MergePatch(shape.WhatFits(root), shape))
                : new(Answers.Unreadable(shape.WrongTypes));
        }
    }

    /// <summary>Whether it says something of a member, be it what stands there already.</summary>
    public bool Names(string member) => changes.ContainsKey(member);

    /// <returns>The document with what fits of the patch, and all that is wrong with either.</returns>
    public (T Patched, Problems Problems) Apply<T>(T document, Func<T, Problems> rules)
        where T : class
    {
        var merged = JsonSerializer.SerializeToNode(document, Json.Options)!.AsObject();
        Merge(merged, changes);
        var patched = merged.Deserialize<T>(Json.Options)!;
        return (patched, shape.With(rules(patched)));
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
