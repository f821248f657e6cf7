using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>What is wrong with a deployment of the app: each check is pure, and tells in a sentence.</summary>
internal static class InfraChecks
{
    /// <summary>Of what <c>main.bicep</c> makes.</summary>
    public static IReadOnlyList<string> Faults(JsonNode snapshot, AppFacts app)
    {
        var made = new Deployment(snapshot);
        return
        [
            .. SettingsChecks.Faults(made, app),
            .. StorageChecks.Faults(made, app),
            .. RoleChecks.Faults(made, app),
            .. PlatformChecks.Faults(made, app),
            .. TelemetryChecks.Faults(made, app),
            .. AlertChecks.Faults(made, app),
        ];
    }

    /// <summary>Of what <c>subscription.bicep</c> makes.</summary>
    public static IReadOnlyList<string> SubscriptionFaults(JsonNode snapshot, AppFacts app) =>
        [.. SubscriptionChecks.Faults(new(snapshot), app)];

    public static JsonNode Snapshot(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Bicep.Folder, $"{name}.snapshot.json")))!;
}
