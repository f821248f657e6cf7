using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using WelWee3D.Http;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Description;

/// <summary>What an operation may answer: as it says, and as follows from its route, its body and who may call it.</summary>
internal sealed class ApiAnswers(ApiSchemas schemas, OpenApiDocument document, Func<JsonNode, IOpenApiSchema> schema)
{
    private const string ProblemName = "Problem";
    private const string Html = "text/html";

    public IEnumerable<int> Statuses(ApiOperation operation) => new[]
    {
        [operation.Described.Status, 400, 500, 503],
        operation.Described.Also,
        [.. operation.AlsoAnswers.Select(each => each.Status)],
        operation.SignedSign.Roles.Count > 0 ? [401, 403] : [],
        operation.SignedSign.NeedsReason ? [428] : [],
        operation.Route.Contains('{', StringComparison.Ordinal) ? [404] : [],
        operation.Described.Body.Length > 0 ? [413, 415, 422] : Array.Empty<int>(),
    }.SelectMany(each => each).Distinct().Except(operation.Described.Never).Order();

    /// <summary>A refusal is the same wherever it is told, and stands once; unless it is a page too.</summary>
    public IOpenApiResponse Of(ApiOperation operation, int status)
    {
        if (status < 400 || status == operation.Described.Status || operation.IsHead || operation.Described.AnswerMedia.Contains(Html))
            return Made(operation, status);
        var name = $"Refused{status}";
        document.Components!.Responses!.TryAdd(name, Made(operation, status));
        return new OpenApiResponseReference(name, document);
    }

    private OpenApiResponse Made(ApiOperation operation, int status)
    {
        var headers = Headers(operation, status).ToDictionary(name => name, IOpenApiHeader (name) =>
        {
            var (says, example) = ApiWords.Header(name);
            return new OpenApiHeader { Description = says, Schema = schema(ApiWords.Text()), Example = example };
        });
        return new()
        {
            Description = ApiWords.Answer(status),
            Headers = headers.Count > 0 ? headers : null,
            Content = operation.IsHead ? null : Content(operation, status),
        };
    }

    private Dictionary<string, IOpenApiMediaType>? Content(ApiOperation operation, int status)
    {
        var media = new Dictionary<string, IOpenApiMediaType>();
        if (status is 204 or 303 or 304)
            return null;
        if (status >= 400)
            media.Add(Answers.ProblemType, new OpenApiMediaType { Schema = schema(Problem()) });
        else if (Shapes(operation, status) is { Count: > 0 } shapes)
            media.Add(Body.JsonType, new OpenApiMediaType { Schema = schema(ApiSchemas.Any(shapes)) });
        foreach (var type in operation.Described.AnswerMedia.Where(type => status < 400 || type == Html))
            media.Add(type, new OpenApiMediaType { Schema = schema(type.StartsWith("text/", StringComparison.Ordinal) ? ApiWords.Text() : new JsonObject()) });
        return media.Count > 0 ? media : null;
    }

    private List<JsonNode> Shapes(ApiOperation operation, int status)
    {
        var also = operation.AlsoAnswers.Where(each => each.Status == status).Select(each => each.Answer).ToList();
        var usual = operation.Described.Answer is { } answer && (status == operation.Described.Status || also.Count == 0) ? [answer] : Array.Empty<Type>();
        return [.. usual.Concat(also).Select(schemas.OfAnswer)];
    }

    private static IEnumerable<string> Headers(ApiOperation operation, int status)
    {
        IEnumerable<string> follow = status switch
        {
            201 or 303 => ["Location"],
            202 when operation.Described.Headers.Contains("Prefer") => ["Location"],
            401 => ["WWW-Authenticate"],
            405 => ["Allow"],
            429 or 503 => ["Retry-After"],
            _ => [],
        };
        return status == operation.Described.Status ? follow.Union(operation.Described.AnswerHeaders) : follow;
    }

    private JsonObject Problem()
    {
        if (!schemas.Named.ContainsKey(ProblemName))
            schemas.Add(ProblemName, new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["type"] = ApiWords.Text(),
                    ["title"] = ApiWords.Text(),
                    ["status"] = new JsonObject { ["type"] = "integer" },
                    ["detail"] = ApiWords.Text(),
                    ["errors"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = ApiWords.Text() },
                    },
                    ["wouldDestroy"] = new JsonObject { ["type"] = "array", ["items"] = schemas.OfAnswer(typeof(KeptItem)) },
                    ["apart"] = new JsonObject { ["type"] = "array", ["items"] = schemas.OfAnswer(typeof(FoundItem)) },
                },
                ["required"] = new JsonArray("title", "status"),
            });
        return ApiSchemas.Reference(ProblemName);
    }
}
