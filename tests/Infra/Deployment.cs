using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>A resource as a snapshot has it: every parameter filled in, and only what Azure alone knows still to be asked.</summary>
internal sealed record Deployed(string Type, string Name, JsonObject Json)
{
    /// <summary>The last part of the name: of <c>account/default/table</c>, the table.</summary>
    public string LastName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>The value at a path such as <c>properties.sku.name</c> or <c>properties.rules.0</c>; null when there is none.</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)Json, (node, name) => node switch
    {
        JsonArray list when int.TryParse(name, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
        JsonObject value => value[name],
        _ => null,
    });

    /// <summary>The same as text, also where it is no text.</summary>
    public string? Text(string path) => At(path) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(),
    };
}

/// <summary>A role that somebody has: the app, or the topic of Event Grid.</summary>
internal sealed record Given(string Who, string Role, string Where);

/// <summary>What a parameter file makes.</summary>
internal sealed partial class Deployment(JsonNode snapshot)
{
    public const string Accounts = "Microsoft.Storage/storageAccounts";
    public const string Containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
    public const string Queues = "Microsoft.Storage/storageAccounts/queueServices/queues";
    public const string Tables = "Microsoft.Storage/storageAccounts/tableServices/tables";

    public IReadOnlyList<Deployed> All { get; } =
    [
        .. snapshot["predictedResources"]!.AsArray().Select(each => new Deployed((string)each!["type"]!, (string)each["name"]!, each.AsObject())),
    ];

    public JsonObject Outputs { get; } = snapshot["outputs"]!.AsObject();

    public IEnumerable<Deployed> Of(string type) => All.Where(each => each.Type == type);

    /// <summary>What an account holds: host, records, scans or ledger.</summary>
    public string Holds(string account) =>
        Of(Accounts).FirstOrDefault(each => each.Name == account)?.Text("tags.holds") ?? account;

    /// <summary>What is in an account: <c>records/exports</c>.</summary>
    public string Place(Deployed inAccount) => $"{Holds(inAccount.Name.Split('/')[0])}/{inAccount.LastName}";

    public JsonObject Settings => Of("Microsoft.Web/sites/config").Single(each => each.LastName == "appsettings").At("properties")!.AsObject();

    public IEnumerable<Given> Roles => Of("Microsoft.Authorization/roleAssignments").Select(each =>
    {
        // Of an assignment only its id says where it holds: it begins with the resource.
        var scope = ResourceId().Match(each.Text("id")!);
        var names = Literal().Matches(scope.Groups["names"].Value).Select(name => name.Groups[1].Value).ToArray();
        return new Given(
            Who(each.Text("properties.principalId")!),
            BuiltInRole.NameOf(Guid().Matches(each.Text("properties.roleDefinitionId")!)[^1].Value),
            scope.Groups["type"].Value switch
            {
                Accounts => Holds(names[0]),
                Containers or Queues => $"{Holds(names[0])}/{names[2]}",
                var other => other,
            });
    });

    private static string Who(string principal) =>
        principal.Contains("Microsoft.EventGrid/systemTopics", StringComparison.Ordinal) ? "the topic"
        : principal.Contains("format('app-{0}'", StringComparison.Ordinal) ? "the app"
        : principal;

    [GeneratedRegex(@"resourceId\(subscription\(\)\.subscriptionId, '[^']*', '(?<type>[^']+)', (?<names>[^)]*)\)")]
    private static partial Regex ResourceId();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Literal();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Guid();
}
