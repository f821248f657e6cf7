using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Description;

/// <summary>The description of the API (OpenAPI 3.1), made from what its functions declare.</summary>
internal sealed partial class ApiDocument
{
    private const string SignIn = "bearer";

    private readonly OpenApiDocument document = new()
    {
        Info = new()
        {
            Title = "Wel & Wee 3D",
            Version = "1",
            Description = "Takes in contact messages and 3D scans, and destroys them on their day. A refusal is a problem (RFC 9457) with a message for each field, in English, or in Dutch for who asks so by Accept-Language.",
        },
        Servers = [new() { Url = "/" }],
        Paths = [],
        Components = new()
        {
            SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(), Schemas = new Dictionary<string, IOpenApiSchema>(),
            Responses = new Dictionary<string, IOpenApiResponse>(),
        },
        Tags = new HashSet<OpenApiTag>(),
    };

    private readonly ApiSchemas schemas = new();
    private readonly ApiAnswers answers;

    private ApiDocument() => answers = new(schemas, document, Schema);

    public static OpenApiDocument Of(IReadOnlyList<ApiOperation> operations)
    {
        var made = new ApiDocument();
        made.document.Components!.SecuritySchemes!.Add(SignIn, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT",
            Description = "An access token of Entra ID with the app role that is named with each operation: staff or privacy.",
        });
        foreach (var tag in operations.Select(operation => operation.Tag).Distinct().Order(StringComparer.Ordinal))
            made.document.Tags!.Add(new() { Name = tag });
        foreach (var path in operations.GroupBy(operation => Path(operation.Route)))
            made.document.Paths.Add($"/{path.Key}", new OpenApiPathItem
            {
                Operations = path.ToDictionary(operation => HttpMethod.Parse(operation.Method), made.Operation),
            });
        foreach (var (name, schema) in made.schemas.Named)
            made.document.Components.Schemas!.Add(name, made.Schema(schema));
        made.document.RegisterComponents();
        return made.document;
    }

    private OpenApiOperation Operation(ApiOperation operation) => new()
    {
        OperationId = operation.Name,
        Summary = operation.Described.Summary,
        Tags = new HashSet<OpenApiTagReference> { new(operation.Tag, document) },
        Parameters = [.. InPath(operation), .. InQuery(operation), .. InHeaders(operation)],
        RequestBody = Body(operation),
        Responses = Responses(operation),
        Security = Security(operation),
    };

    private IEnumerable<IOpenApiParameter> InPath(ApiOperation operation) => Names().Matches(operation.Route).Select(each => each.Groups["name"].Value)
        .Select(name => Parameter(name, ParameterLocation.Path, ApiWords.Parameter(name)));

    private IEnumerable<IOpenApiParameter> InQuery(ApiOperation operation) =>
        operation.Sign.Parameters.Union(operation.SignedSign.Parameters).Select(name =>
        {
            var (says, schema, example) = ApiWords.Parameter(name);
            return operation.Choice is { } choice && choice.Parameter == name
                ? Parameter(name, ParameterLocation.Query, (says, ApiWords.OneOf(choice.Values), choice.Values[0]))
                : Parameter(name, ParameterLocation.Query, (says, schema, example));
        });

    private IEnumerable<IOpenApiParameter> InHeaders(ApiOperation operation)
    {
        string[] always = operation.SignedSign.Roles.Count > 0 ? [StatedReason.Header, ActingFor.Header] : [];
        foreach (var name in always.Union(operation.Described.Headers))
        {
            var (says, example) = ApiWords.Header(name);
            var parameter = Parameter(name, ParameterLocation.Header, (says, ApiWords.Text(), example));
            parameter.Required = name == StatedReason.Header && operation.SignedSign.NeedsReason;
            yield return parameter;
        }
    }

    private OpenApiParameter Parameter(string name, ParameterLocation place, (string Says, JsonObject Schema, JsonNode Example) words) => new()
    {
        Name = name, In = place, Required = place == ParameterLocation.Path, Description = words.Says,
        Schema = Schema(words.Schema.DeepClone()), Example = words.Example.DeepClone(),
    };

    private OpenApiRequestBody? Body(ApiOperation operation)
    {
        var described = operation.Described;
        if (described.Body.Length == 0)
            return null;
        var media = described.BodyMedia.ToDictionary(type => type, IOpenApiMediaType (type) => new OpenApiMediaType
        {
            Schema = described.Body is [var only] && only == typeof(byte[])
                ? Schema(new JsonObject())
                : Schema(ApiSchemas.Any([.. described.Body.Select(body => schemas.OfBody(body, described.Needs))])),
            Example = described.Example is { } example ? JsonNode.Parse(example) : null,
        });
        return new() { Required = !described.BodyIsOptional, Content = media };
    }

    private OpenApiResponses Responses(ApiOperation operation)
    {
        var responses = new OpenApiResponses();
        foreach (var status in answers.Statuses(operation))
            responses.Add(status.ToString(CultureInfo.InvariantCulture), answers.Of(operation, status));
        return responses;
    }

    /// <summary>One way in for each role; a way without any where anyone may come.</summary>
    private List<OpenApiSecurityRequirement> Security(ApiOperation operation) =>
    [
        .. operation.Sign.Roles.Count == 0 ? [new OpenApiSecurityRequirement()] : Array.Empty<OpenApiSecurityRequirement>(),
        .. operation.SignedSign.Roles.Select(role => new OpenApiSecurityRequirement { [new(SignIn, document)] = [NameOf(role)] }),
    ];

    private IOpenApiSchema Schema(JsonNode schema) => ApiSchemas.NameIn(schema) is { } name
        ? new OpenApiSchemaReference(name, document)
        : new OpenApiJsonReader().ReadFragment<OpenApiSchema>(schema, OpenApiSpecVersion.OpenApi3_1, document, out _)!;

    private static string NameOf(Role role) => role.ToString().ToLowerInvariant();

    private static string Path(string route) => Names().Replace(route, "{${name}}");

    [GeneratedRegex(@"\{\*?(?<name>[a-zA-Z]+)(:[^}]+)?\}")]
    private static partial Regex Names();
}
