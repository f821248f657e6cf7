using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Json.Schema;

namespace WelWee3D.Tests.Description;

/// <summary>The API as it describes itself, and whether what it does is what it says.</summary>
internal sealed class DescribedApi
{
    private static readonly EvaluationOptions Strictly = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonNode document;
    private readonly string definitions;
    private readonly Dictionary<string, JsonSchema> schemas = [];

    private DescribedApi(string json)
    {
        (Json, document) = (json, JsonNode.Parse(json)!);
        // Where a schema that stands alone can point to.
        definitions = document["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new DescribedOperation(path.Key, operation.Key, operation.Value!.AsObject()),
        ];
    }

    public string Json { get; }

    public IReadOnlyList<DescribedOperation> Operations { get; }

    public static async Task<DescribedApi> Of(HttpWorld http) => new(await http.Anyone.GetStringAsync("api/openapi.json"));

    public DescribedOperation this[string id] => Operations.Single(operation => operation.Id == id);

    /// <summary>What an answer has that is not described.</summary>
    public async Task<IReadOnlyList<string>> Faults(DescribedOperation operation, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (Described(operation, status) is not { } described)
            return [$"{operation.Id} answers {status}, which is not described"];
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (operation.Method == "head" || (type is null && described["content"] is null))
            return [];
        if (described["content"]?[type ?? ""] is not { } media)
            return [$"{operation.Id} answers {status} as {type ?? "nothing"}, which is not described"];
        return type!.EndsWith("json", StringComparison.Ordinal)
            ? [.. Faults(media["schema"]!, await answer.Content.ReadAsStringAsync()).Select(fault => $"{operation.Id} answers {status}: {fault}")]
            : [];
    }

    /// <summary>What is wrong with a body, by the description.</summary>
    public IEnumerable<string> FaultsOfBody(DescribedOperation operation, JsonNode body) =>
        Faults(operation.Json["requestBody"]!["content"]!.AsObject().First().Value!["schema"]!, body.ToJsonString());

    private JsonNode? Described(DescribedOperation operation, int status) =>
        operation.Json["responses"]![$"{status}"] is not { } answer ? null
        : answer["$ref"] is { } reference ? document["components"]!["responses"]![reference.GetValue<string>().Split('/')[^1]]
        : answer;

    private IEnumerable<string> Faults(JsonNode schema, string json)
    {
        var text = schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        if (!schemas.TryGetValue(text, out var known))
            schemas[text] = known = JsonSchema.FromText($$"""{"$schema":"https://json-schema.org/draft/2020-12/schema","allOf":[{{text}}],"$defs":{{definitions}}}""");
        var result = known.Evaluate(JsonSerializer.Deserialize<JsonElement>(json), Strictly);
        return result.IsValid ? [] :
        [
            .. (result.Details ?? []).SelectMany(detail => (detail.Errors ?? new Dictionary<string, string>()).Select(error => $"{detail.InstanceLocation} {error.Value}")).Distinct(),
            $"in {json[..Math.Min(json.Length, 600)]}",
        ];
    }
}

/// <param name="Path">With its parameters in braces.</param>
internal sealed record DescribedOperation(string Path, string Method, JsonObject Json)
{
    public string Id => Json["operationId"]!.GetValue<string>();

    public JsonNode? Example => Json["requestBody"]?["content"]?.AsObject().First().Value!["example"];

    public string? BodyType => Json["requestBody"]?["content"]?.AsObject().First().Key;

    public bool IsPublic => Json["security"]!.AsArray().Any(way => way!.AsObject().Count == 0);

    /// <summary>The roles of which each is let in.</summary>
    public IEnumerable<string> Roles => Json["security"]!.AsArray().SelectMany(way => way!.AsObject()).SelectMany(way => way.Value!.AsArray()).Select(role => role!.GetValue<string>());

    public IEnumerable<int> Statuses => Json["responses"]!.AsObject().Select(answer => int.Parse(answer.Key, System.Globalization.CultureInfo.InvariantCulture));

    public IEnumerable<JsonNode> Parameters(string place) => (Json["parameters"]?.AsArray() ?? []).Where(each => each!["in"]!.GetValue<string>() == place)!;

    /// <summary>A request by nothing but the description: its examples, and other values where they are given.</summary>
    public HttpRequestMessage Request(IReadOnlyDictionary<string, string>? values = null, JsonNode? body = null, byte[]? bytes = null)
    {
        values ??= new Dictionary<string, string>();
        string Value(JsonNode parameter) => values.GetValueOrDefault(parameter["name"]!.GetValue<string>()) ?? $"{parameter["example"]}";
        var path = Parameters("path").Aggregate(Path, (path, parameter) =>
            path.Replace($"{{{parameter["name"]}}}", Uri.EscapeDataString(Value(parameter)), StringComparison.Ordinal));
        var asked = Parameters("query").Where(parameter => values.ContainsKey(parameter["name"]!.GetValue<string>()))
            .Select(parameter => $"{parameter["name"]}={Uri.EscapeDataString(Value(parameter))}").ToList();
        var request = new HttpRequestMessage(new(Method.ToUpperInvariant()), asked.Count > 0 ? $"{path}?{string.Join('&', asked)}" : path);
        if ((body ?? Example) is { } content)
            request.Content = new StringContent(content is JsonValue text && text.TryGetValue<string>(out var lines) ? lines : content.ToJsonString(), MediaTypeHeaderValue.Parse(BodyType!));
        if (bytes is not null)
            request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(BodyType!) } };
        foreach (var header in Parameters("header").Where(header => header["required"] is not null || values.ContainsKey(header["name"]!.GetValue<string>())))
            request.Headers.TryAddWithoutValidation(header["name"]!.GetValue<string>(), Value(header));
        return request;
    }
}
