using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>That telemetry is kept for as long as it is told to, and names nobody.</summary>
internal static partial class TelemetryChecks
{
    private const string Secret = "5f0c2f6e9a";

    /// <summary>Where the Functions host tells the path of a request: as its address, and as its name where it found no route.</summary>
    private static readonly string[] Told =
    [
        "AppRequests.Url", "AppRequests.Name", "AppRequests.OperationName", "AppDependencies.Data", "AppDependencies.Name",
        "AppDependencies.OperationName", "AppExceptions.OperationName", "AppTraces.Message", "AppTraces.OperationName",
    ];

    private static readonly string[] OfBrowser = ["ClientBrowser", "ClientModel", "ClientOS"];

    /// <summary>What is told of who reached the platform past the app: in all of it are ids, and no address of a request to the app.</summary>
    private static readonly string[] Access =
    [
        "Microsoft.KeyVault/vaults: AuditEvent",
        "scans/blobServices: StorageDelete, StorageRead, StorageWrite",
        "ledger/blobServices: StorageDelete, StorageWrite",
        "ledger/tableServices: StorageDelete, StorageWrite",
    ];

    public static IEnumerable<string> Faults(Deployment made, AppFacts app) =>
    [
        .. made.Of("Microsoft.Insights/components").SelectMany(Component),
        .. Workspace(made),
        .. Redaction(made, app),
        .. Browsers(made),
        .. Diagnostics(made),
        .. Sampling(made),
    ];

    private static IEnumerable<string> Component(Deployed component) =>
    [
        .. component.Expect("Application Insights", "properties.DisableIpMasking", "false"),
        .. component.Expect("Application Insights", "properties.DisableLocalAuth", "true"),
        .. component.Expect("Application Insights", "properties.RetentionInDays", "90"),
    ];

    // It is made twice: for the rule to name it, and then whole.
    private static IEnumerable<string> Workspace(Deployment made)
    {
        var whole = made.Of("Microsoft.OperationalInsights/workspaces").Last();
        if (!(whole.Text("properties.defaultDataCollectionRuleResourceId") ?? "").Contains("format('redaction-{0}'", StringComparison.Ordinal))
            yield return "The workspace keeps links as they came.";
        foreach (var fault in whole.Expect("workspace", "properties.retentionInDays", "90"))
            yield return fault;
    }

    // A link that is good for a week would stand in the logs for ninety days.
    private static IEnumerable<string> Redaction(Deployment made, AppFacts app)
    {
        var cut = Cut(made);
        foreach (var column in Told)
            foreach (var route in app.Links)
            {
                var told = $"https://x/{route.Replace("{token}", Secret, StringComparison.Ordinal)}";
                var kept = cut.GetValueOrDefault(column)?.Match(told).Groups[1].Value;
                if (string.IsNullOrEmpty(kept) || kept.Contains(Secret, StringComparison.Ordinal))
                    yield return $"{column} keeps the secret of {route}.";
            }
    }

    // What telephone somebody has, beside the id of her order.
    private static IEnumerable<string> Browsers(Deployment made)
    {
        var emptied = Flows(made).SelectMany(flow => Emptied().Matches(flow.Kql).Select(column => $"{flow.Table}.{column.Groups["name"].Value}")).ToHashSet();
        return from table in Told.Select(column => column.Split('.')[0]).Distinct()
               from column in OfBrowser
               where !emptied.Contains($"{table}.{column}")
               select $"{table}.{column} tells of browsers.";
    }

    // To the workspace only, which keeps it for as long as the rest.
    private static IEnumerable<string> Diagnostics(Deployment made)
    {
        var settings = made.Of("Microsoft.Insights/diagnosticSettings").ToArray();
        var told = settings.Select(each => $"{PlaceOf(made, each)}: {string.Join(", ", Categories(each))}").ToArray();
        return Access.Except(told).Select(each => $"Nothing tells who reached {each}.")
            .Concat(told.Except(Access).Select(each => $"{each} keeps requests as they came."))
            .Concat(settings.Where(each => each.At("properties") is JsonObject properties && properties.Any(property => property.Key is not ("workspaceId" or "logs")))
                .Select(each => $"{PlaceOf(made, each)} tells somebody else."));
    }

    private static IEnumerable<string> Categories(Deployed setting) => (setting.At("properties.logs") as JsonArray ?? [])
        .Where(log => (bool)log!["enabled"]!).Select(log => (string)log!["category"]!).Order(StringComparer.Ordinal);

    private static string PlaceOf(Deployment made, Deployed setting)
    {
        var resource = Resource().Match(setting.Text("id")!);
        return resource.Groups["service"].Success ? $"{made.Holds(resource.Groups["name"].Value)}{resource.Groups["service"].Value}"
            : resource.Success ? resource.Groups["type"].Value : setting.Name;
    }

    // Each exporter leaves traces out unless it is told not to: the app's is told in its code, the host's by this.
    private static IEnumerable<string> Sampling(Deployment made)
    {
        if ($"{made.Settings["OTEL_TRACES_SAMPLER"]} {made.Settings["OTEL_TRACES_SAMPLER_ARG"]}" != "microsoft.fixed_percentage 1.0")
            yield return "The Functions host leaves traces out.";
    }

    private static IEnumerable<(string Table, string Kql)> Flows(Deployment made) => made.Of("Microsoft.Insights/dataCollectionRules")
        .Where(rule => rule.Text("kind") == "WorkspaceTransforms")
        .SelectMany(rule => rule.At("properties.dataFlows")!.AsArray())
        .Select(flow => (((string)flow!["streams"]![0]!).Split('-')[^1], (string)flow["transformKql"]!));

    /// <summary>Of each column, as <c>AppRequests.Url</c>, what is kept of an address with a secret in it.</summary>
    private static Dictionary<string, Regex> Cut(Deployment made) => Flows(made)
        .SelectMany(flow => Column().Matches(flow.Kql).Select(column => (flow.Table, column.Groups)))
        .ToDictionary(column => $"{column.Table}.{column.Groups["name"].Value}", column => new Regex(column.Groups["harmless"].Value));

    [GeneratedRegex("""(?<name>\w+) = ""(?:,|$)""")]
    private static partial Regex Emptied();

    [GeneratedRegex(@"'(?<type>Microsoft\.(?:KeyVault/vaults|Storage/storageAccounts(?<service>/\w+)?))', '(?<name>[^']+)'")]
    private static partial Regex Resource();

    [GeneratedRegex("""(?<name>\w+) = iif\(\k<name> matches regex @"(?<harmless>[^"]+)", extract\(@"\k<harmless>", 1, \k<name>\), \k<name>\)""")]
    private static partial Regex Column();
}
