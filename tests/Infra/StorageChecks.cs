using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>That storage keeps what is registered, as long as it is told to, and no copy of it.</summary>
internal static class StorageChecks
{
    private const string Services = "Microsoft.Storage/storageAccounts/blobServices";
    private const string Lifecycles = "Microsoft.Storage/storageAccounts/managementPolicies";
    private const string Immutability = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";
    private const string Defender = "Microsoft.Security/defenderForStorageSettings";

    private static readonly string[] Held = ["host", "ledger", "records", "scans"];

    /// <summary>What the platform has, and no slice: the code, and events that could not be delivered.</summary>
    private static readonly string[] OfThePlatform = ["host/dead-letters", "host/deployments"];

    /// <summary>Each of them makes copies of what is stored, or lets others in.</summary>
    private static readonly string[] Copiers =
    [
        "Microsoft.DataProtection/backupVaults", "Microsoft.RecoveryServices/vaults", "Microsoft.Storage/storageAccounts/objectReplicationPolicies",
        "Microsoft.Storage/storageAccounts/inventoryPolicies", "Microsoft.Storage/storageAccounts/localUsers",
    ];

    public static IEnumerable<string> Faults(Deployment made, AppFacts app) =>
    [
        .. Sets.Differences("Account", Held, made.Of(Deployment.Accounts).Select(account => made.Holds(account.Name))),
        .. Sets.Differences("Table", app.Tables, made.Of(Deployment.Tables).Select(made.Place)),
        .. Sets.Differences("Container", app.Containers.Concat(OfThePlatform), made.Of(Deployment.Containers).Select(made.Place)),
        .. Sets.Differences("Queue", app.Queues, made.Of(Deployment.Queues).Select(made.Place)),
        .. made.Of(Deployment.Accounts).SelectMany(account => Account(made, account)),
        .. made.Of(Deployment.Containers).SelectMany(container => container.Expect(made.Place(container), "properties.publicAccess", "None")),
        .. Lifecycle(made, app),
        .. Checkpoints(made),
        .. made.All.Where(each => Copiers.Any(copier => each.Type.StartsWith(copier, StringComparison.Ordinal))).Select(each => $"{each.Type} makes copies."),
    ];

    private static IEnumerable<string> Account(Deployment made, Deployed account)
    {
        var held = made.Holds(account.Name);
        var blobs = made.Of(Services).Single(each => each.Name == $"{account.Name}/default");
        var recovers = held == "scans";
        return
        [
            .. account.Expect(held, "sku.name", "Standard_ZRS"),
            .. account.Expect(held, "properties.allowBlobPublicAccess", "false"),
            .. account.Expect(held, "properties.allowCrossTenantReplication", "false"),
            .. account.Expect(held, "properties.allowSharedKeyAccess", "false"),
            .. account.Expect(held, "properties.minimumTlsVersion", "TLS1_2"),
            .. account.Expect(held, "properties.supportsHttpsTrafficOnly", "true"),
            .. account.Expect(held, "properties.immutableStorageWithVersioning", null),
            .. blobs.Expect(held, "properties.isVersioningEnabled", "false"),
            .. blobs.Expect(held, "properties.changeFeed.enabled", "false"),
            .. blobs.Expect(held, "properties.restorePolicy.enabled", "false"),
            .. blobs.Expect(held, "properties.automaticSnapshotPolicyEnabled", null),
            .. blobs.Expect(held, "properties.containerDeleteRetentionPolicy.enabled", "false"),
            .. blobs.Expect(held, "properties.deleteRetentionPolicy.enabled", recovers ? "true" : "false"),
            .. blobs.Expect(held, "properties.deleteRetentionPolicy.days", recovers ? $"{made.Settings["Retention__RecoveryDays"]}" : null),
            .. Scanning(made, account, held),
        ];
    }

    private static IEnumerable<string> Scanning(Deployment made, Deployed account, string held)
    {
        var setting = made.Of(Defender).FirstOrDefault(each => each.Text("id")!.Contains($"'{account.Name}'", StringComparison.Ordinal));
        return setting is null
            ? [$"{held}: Defender follows the subscription."]
            :
            [
                .. setting.Expect(held, "properties.isEnabled", "false"),
                .. setting.Expect(held, "properties.malwareScanning.onUpload.isEnabled", "false"),
                .. setting.Expect(held, "properties.sensitiveDataDiscovery.isEnabled", "false"),
                .. setting.Expect(held, "properties.overrideSubscriptionLevelSettings", "true"),
            ];
    }

    // Scans later than any promise, dead letters before the two months of a file without an order; and nothing else by itself.
    private static IEnumerable<string> Lifecycle(Deployment made, AppFacts app) => Sets.Differences(
        "Lifecycle",
        [Rule("scans", "scans/", app.LongestKept + 1), Rule("host", "dead-letters/", 30)],
        made.Of(Lifecycles).SelectMany(policy => policy.At("properties.policy.rules")!.AsArray().Select(rule =>
            $"{made.Holds(policy.Name.Split('/')[0])}: {rule!["definition"]!.ToJsonString()}")));

    private static string Rule(string account, string prefix, int days) => account + ": " + new JsonObject
    {
        ["filters"] = new JsonObject { ["blobTypes"] = new JsonArray("blockBlob"), ["prefixMatch"] = new JsonArray(prefix) },
        ["actions"] = new JsonObject { ["baseBlob"] = new JsonObject { ["delete"] = new JsonObject { ["daysAfterCreationGreaterThan"] = days } } },
    }.ToJsonString();

    private static IEnumerable<string> Checkpoints(Deployment made)
    {
        var policies = made.Of(Immutability).ToArray();
        if (policies is not [var policy] || policy.Name.Split('/') is not [var account, _, "checkpoints", _] || made.Holds(account) != "ledger")
            return ["There must be one immutability policy, that of the checkpoints."];
        return
        [
            .. policy.Expect("checkpoints", "properties.immutabilityPeriodSinceCreationInDays", "2557"),
            .. policy.Expect("checkpoints", "properties.allowProtectedAppendWrites", "false"),
            .. policy.Expect("checkpoints", "properties.allowProtectedAppendWritesAll", "false"),
        ];
    }
}
