using System.Text.RegularExpressions;

namespace WelWee3D.Tests.Infra;

/// <summary>That telemetry is kept for as long as it is told to, and names nobody.</summary>
internal static partial class TelemetryChecks
{
    private const string Secret = "5f0c2f6e9a";

    /// <summary>Where the Functions host tells the path of a request: as its address, and as its name where it found no route.</summary>
    private static readonly string[] OfRequests = ["Url", "Name", "OperationName"];

    public static IEnumerable<string> Faults(Deployment made, AppFacts app) =>
    [
        .. made.Of("Microsoft.Insights/components").SelectMany(Component),
        .. Workspace(made),
        .. Redaction(made, app),
        .. made.Of("Microsoft.Insights/diagnosticSettings").Select(each => $"{each.Name} keeps requests as they came."),
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
        foreach (var column in OfRequests)
            foreach (var route in app.Links)
            {
                var told = $"https://x/{route.Replace("{token}", Secret, StringComparison.Ordinal)}";
                var kept = cut.GetValueOrDefault(column)?.Match(told).Groups[1].Value;
                if (string.IsNullOrEmpty(kept) || kept.Contains(Secret, StringComparison.Ordinal))
                    yield return $"{column} of a request keeps the secret of {route}.";
            }
    }

    /// <summary>Of each column of requests what is kept of an address with a secret in it.</summary>
    private static Dictionary<string, Regex> Cut(Deployment made) => made.Of("Microsoft.Insights/dataCollectionRules")
        .Where(rule => rule.Text("kind") == "WorkspaceTransforms")
        .SelectMany(rule => rule.At("properties.dataFlows")!.AsArray())
        .Where(flow => (string)flow!["streams"]![0]! == "Microsoft-Table-AppRequests")
        .SelectMany(flow => Column().Matches((string)flow!["transformKql"]!))
        .ToDictionary(column => column.Groups["name"].Value, column => new Regex(column.Groups["harmless"].Value));

    [GeneratedRegex("""(?<name>\w+) = iif\(\k<name> matches regex @"(?<harmless>[^"]+)", extract\(@"\k<harmless>", 1, \k<name>\), \k<name>\)""")]
    private static partial Regex Column();
}
