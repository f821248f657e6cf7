using System.Globalization;
using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>A snapshot that is being changed.</summary>
internal sealed class Changed(JsonNode snapshot)
{
    private JsonArray Resources => snapshot["predictedResources"]!.AsArray();

    public void Set(string type, string name, string path, JsonNode? value)
    {
        var parts = path.Split('.');
        var at = parts[..^1].Aggregate((JsonNode)Find(type, name), (node, part) => node is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part] ??= new JsonObject());
        at[parts[^1]] = value;
    }

    public void Unset(string type, string name, string path)
    {
        var parts = path.Split('.');
        Assert.True(parts[..^1].Aggregate((JsonNode)Find(type, name), (node, part) => node[part]!).AsObject().Remove(parts[^1]));
    }

    public void Remove(string type, string name) => Assert.True(Resources.Remove(Find(type, name)));

    public void Add(string type, string name, string properties = "{}") => Resources.Add(
        new JsonObject { ["id"] = name, ["type"] = type, ["name"] = name, ["properties"] = JsonNode.Parse(properties) });

    public void Output(string name, string value) => snapshot["outputs"]![name] = value;

    /// <summary>Gives a role in the place of another one.</summary>
    public void Role(string where, string former, string now)
    {
        var role = Resources.Single(each => (string)each!["type"]! == "Microsoft.Authorization/roleAssignments"
            && ((string)each["name"]!).Contains(where, StringComparison.Ordinal)
            && ((string)each["properties"]!["roleDefinitionId"]!).Contains(former, StringComparison.Ordinal))!;
        role["properties"]!["roleDefinitionId"] = now;
    }

    private JsonObject Find(string type, string name) => Resources.Select(each => each!.AsObject())
        .First(each => (string)each["type"]! == type && ((string)each["name"]! == name || ((string)each["name"]!).EndsWith($"/{name}", StringComparison.Ordinal)));
}

/// <summary>Changes of a good deployment, each with what must be told of it.</summary>
internal static class BrokenDeployments
{
    private const string Account = Deployment.Accounts;
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices";
    private const string Lifecycle = "Microsoft.Storage/storageAccounts/managementPolicies";
    private const string Immutability = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";
    private const string Site = "Microsoft.Web/sites";
    private const string Config = "Microsoft.Web/sites/config";
    private const string Rule = "Microsoft.Insights/scheduledQueryRules";
    private const string Event = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    public static readonly Dictionary<string, (Action<Changed> Change, string Fault)> All = new()
    {
        ["a setting is lost"] = (made => made.Unset(Config, "appsettings", "properties.Contact__RequireProof"), "Setting Contact__RequireProof is read, and not set."),
        ["a setting of an account is lost"] = (made => made.Unset(Config, "appsettings", "properties.Scans__queueServiceUri"), "Setting Scans__queueServiceUri is read, and not set."),
        ["a setting that nothing reads"] = (made => made.Set(Config, "appsettings", "properties.PublicBaseUrl", "https://x"), "Setting PublicBaseUrl is set, and nothing reads it."),
        ["a setting without a word in the docs"] = (made => made.Set(Config, "appsettings", "properties.PublicBaseUrl", "https://x"), "Setting PublicBaseUrl is set, and docs/deploying.md does not name it."),
        ["a setting that the docs name and nobody sets"] = (made => made.Unset(Config, "appsettings", "properties.Mail__FromName"), "docs/deploying.md names setting Mail__FromName, which is not set."),
        ["a setting that the sample names and nobody sets"] = (made => made.Unset(Config, "appsettings", "properties.Mail__FromName"), "local.settings.sample.json names setting Mail__FromName, which is not set."),
        ["a key in a setting"] = (made => made.Set(Config, "appsettings", "properties.Mail__SendGridKey", "SG.abc"), "Setting Mail__SendGridKey is not a reference to the vault."),
        ["an account by its key"] = (made => made.Set(Config, "appsettings", "properties.Records__blobServiceUri", "AccountName=a;AccountKey=b"), "Setting Records__blobServiceUri holds a secret."),
        ["a key in an output"] = (made => made.Output("KEY", "[listKeys(resourceId('x'), '1').keys[0].value]"), "Output KEY holds a secret."),
        ["a secret in a template"] = (made => made.Add("Microsoft.KeyVault/vaults/secrets", "vault/sendgrid-key"), "Secret vault/sendgrid-key is in a template."),

        ["a longer soft delete"] = (made => made.Set(Blobs, "welweescansproduction/default", "properties.deleteRetentionPolicy.days", 8), "scans: properties.deleteRetentionPolicy.days is 8, not 7."),
        ["other recovery days in the app"] = (made => made.Set(Config, "appsettings", "properties.Retention__RecoveryDays", "14"), "scans: properties.deleteRetentionPolicy.days is 7, not 14."),
        ["no soft delete of scans"] = (made => made.Set(Blobs, "welweescansproduction/default", "properties.deleteRetentionPolicy.enabled", false), "scans: properties.deleteRetentionPolicy.enabled is false, not true."),
        ["soft delete of records"] = (made => made.Set(Blobs, "welweerecordsproduction/default", "properties.deleteRetentionPolicy.enabled", true), "records: properties.deleteRetentionPolicy.enabled is true, not false."),
        ["soft delete of containers"] = (made => made.Set(Blobs, "welweeledgerproduction/default", "properties.containerDeleteRetentionPolicy.enabled", true), "ledger: properties.containerDeleteRetentionPolicy.enabled is true, not false."),
        ["versions"] = (made => made.Set(Blobs, "welweescansproduction/default", "properties.isVersioningEnabled", true), "scans: properties.isVersioningEnabled is true, not false."),
        ["a change feed"] = (made => made.Set(Blobs, "welweerecordsproduction/default", "properties.changeFeed.enabled", true), "records: properties.changeFeed.enabled is true, not false."),
        ["point-in-time restore"] = (made => made.Set(Blobs, "welweescansproduction/default", "properties.restorePolicy.enabled", true), "scans: properties.restorePolicy.enabled is true, not false."),
        ["snapshots"] = (made => made.Set(Blobs, "welweescansproduction/default", "properties.automaticSnapshotPolicyEnabled", true), "scans: properties.automaticSnapshotPolicyEnabled is true, not nothing."),
        ["a backup"] = (made => made.Add("Microsoft.DataProtection/backupVaults", "copies"), "Microsoft.DataProtection/backupVaults makes copies."),
        ["shared keys"] = (made => made.Set(Account, "welweeledgerproduction", "properties.allowSharedKeyAccess", true), "ledger: properties.allowSharedKeyAccess is true, not false."),
        ["shared keys by default"] = (made => made.Unset(Account, "welweehostproduction", "properties.allowSharedKeyAccess"), "host: properties.allowSharedKeyAccess is nothing, not false."),
        ["public access of an account"] = (made => made.Set(Account, "welweescansproduction", "properties.allowBlobPublicAccess", true), "scans: properties.allowBlobPublicAccess is true, not false."),
        ["public access of a container"] = (made => made.Set(Deployment.Containers, "exports", "properties.publicAccess", "Blob"), "records/exports: properties.publicAccess is Blob, not None."),
        ["replication across tenants"] = (made => made.Set(Account, "welweescansproduction", "properties.allowCrossTenantReplication", true), "scans: properties.allowCrossTenantReplication is true, not false."),
        ["a former TLS"] = (made => made.Set(Account, "welweerecordsproduction", "properties.minimumTlsVersion", "TLS1_0"), "records: properties.minimumTlsVersion is TLS1_0, not TLS1_2."),
        ["a table is lost"] = (made => made.Remove(Deployment.Tables, "Letters"), "Table records/Letters is not made."),
        ["a table that nothing uses"] = (made => made.Add(Deployment.Tables, "welweerecordsproduction/default/Old"), "Table records/Old is made, and nothing uses it."),
        ["a table in the wrong account"] = (made => made.Set(Deployment.Tables, "Certificates", "name", "welweerecordsproduction/default/Certificates"), "Table ledger/Certificates is not made."),
        ["a container is lost"] = (made => made.Remove(Deployment.Containers, "exports"), "Container records/exports is not made."),
        ["a container that nothing uses"] = (made => made.Add(Deployment.Containers, "welweescansproduction/default/old"), "Container scans/old is made, and nothing uses it."),
        ["an earlier backstop"] = (made => made.Set(Lifecycle, "default", "properties.policy.rules.0.definition.actions.baseBlob.delete.daysAfterCreationGreaterThan", 1827), """The lifecycle rule does {"baseBlob":{"delete":{"daysAfterCreationGreaterThan":1827}}}, not {"baseBlob":{"delete":{"daysAfterCreationGreaterThan":20090}}}."""),
        ["no backstop"] = (made => made.Remove(Lifecycle, "default"), "There must be one lifecycle policy, that of the scans."),
        ["checkpoints that can be changed"] = (made => made.Remove(Immutability, "default"), "There must be one immutability policy, that of the checkpoints."),
        ["checkpoints for a month"] = (made => made.Set(Immutability, "default", "properties.immutabilityPeriodSinceCreationInDays", 30), "checkpoints: properties.immutabilityPeriodSinceCreationInDays is 30, not 2557."),
        ["checkpoints that can be appended to"] = (made => made.Set(Immutability, "default", "properties.allowProtectedAppendWrites", true), "checkpoints: properties.allowProtectedAppendWrites is true, not false."),
        ["Defender looks into scans"] = (made => made.Set("Microsoft.Security/defenderForStorageSettings", "current", "properties.isEnabled", true), "host: properties.isEnabled is true, not false."),
        ["Defender as the subscription has it"] = (made => made.Set("Microsoft.Security/defenderForStorageSettings", "current", "properties.overrideSubscriptionLevelSettings", false), "host: properties.overrideSubscriptionLevelSettings is false, not true."),

        ["too little on a table"] = (made => made.Role("welweeledgerproduction'", "0a9a7e1f", "76199698-9eea-4c19-bc75-cec21354c6b6"), "the app needs Storage Table Data Contributor on ledger."),
        ["a role on the wrong account"] = (made => made.Role("welweerecordsproduction'", "0a9a7e1f", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"), "the app does not need Storage Queue Data Contributor on records."),
        ["too much on a container"] = (made => made.Role("'exports'", "ba92f5b4", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"), "the app does not need Storage Blob Data Owner on records/exports."),
        ["the role of an owner"] = (made => made.Role("vault-welwee", "4633458b", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"), "the app does not need 8e3af657-a8ff-443c-a75c-2fe8c4bcb635 on Microsoft.KeyVault/vaults."),

        ["plain http"] = (made => made.Set(Site, "welwee-production", "properties.httpsOnly", false), "app: properties.httpsOnly is false, not true."),
        ["a former TLS of the app"] = (made => made.Set(Site, "welwee-production", "properties.siteConfig.minTlsVersion", "1.0"), "app: properties.siteConfig.minTlsVersion is 1.0, not 1.2."),
        ["CORS of the platform"] = (made => made.Set(Site, "welwee-production", "properties.siteConfig.cors", JsonNode.Parse("""{"allowedOrigins":["*"]}""")), """app: properties.siteConfig.cors is {"allowedOrigins":["*"]}, not nothing."""),
        ["CORS beside the app"] = (made => made.Add(Config, "welwee-production/web", """{"cors":{"allowedOrigins":["*"]}}"""), "The platform has CORS."),
        ["sign-in of the platform"] = (made => made.Add(Config, "welwee-production/authsettingsV2"), "The platform has sign-in."),
        ["a password for publishing"] = (made => made.Set("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "scm", "properties.allow", true), "The app can be changed by a password, by scm."),
        ["another runtime"] = (made => made.Set(Site, "welwee-production", "properties.functionAppConfig.runtime.version", "8.0"), "app: properties.functionAppConfig.runtime.version is 8.0, not 10.0."),
        ["instances without end"] = (made => made.Set(Site, "welwee-production", "properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount", 1000), "app: properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount is 1000, not 40."),
        ["instances in every zone"] = (made => made.Set("Microsoft.Web/serverfarms", "plan-welwee-production", "properties.zoneRedundant", true), "plan: properties.zoneRedundant is true, not false."),
        ["an answer that comes too late"] = (made => made.Set(Config, "appsettings", "properties.Runs__AnswerWithin", "00:05:00"), "Runs__AnswerWithin is 00:05:00, and a request is given up after 00:03:50."),
        ["a vault that can be purged"] = (made => made.Unset("Microsoft.KeyVault/vaults", "vault-welwee-production", "properties.enablePurgeProtection"), "vault: properties.enablePurgeProtection is nothing, not true."),
        ["IP addresses"] = (made => made.Set("Microsoft.Insights/components", "insights-production", "properties.DisableIpMasking", true), "Application Insights: properties.DisableIpMasking is true, not false."),
        ["logs for a year"] = (made => made.Set("Microsoft.OperationalInsights/workspaces", "logs-production", "properties.retentionInDays", 365), "workspace: properties.retentionInDays is 365, not 90."),
        ["a region outside the European Union"] = (made => made.Set(Account, "welweescansproduction", "location", "eastus"), "welweescansproduction is in eastus, not in the European Union."),

        ["an alert is lost"] = (made => made.Remove(Rule, "an-incomplete-run"), "There is no alert for an-incomplete-run."),
        ["an alert that leads nowhere"] = (made => made.Set(Rule, "an-incomplete-run", "properties.description", "docs/operating.md#nowhere"), "An alert leads to nowhere, which docs/operating.md does not have."),
        ["an alert that is off"] = (made => made.Set(Rule, "a-poison-blob", "properties.enabled", false), "Alert a-poison-blob tells nobody."),
        ["an alert to nobody"] = (made => made.Set(Rule, "a-poison-blob", "properties.actions.actionGroups", new JsonArray()), "Alert a-poison-blob tells nobody."),
        ["no budget"] = (made => made.Remove("Microsoft.Consumption/budgets", "spending-above-the-budget"), "There is no alert for spending-above-the-budget."),
        ["a budget that tells nobody"] = (made => made.Set("Microsoft.Consumption/budgets", "spending-above-the-budget", "properties.notifications.actual.enabled", false), "Nobody is told when the budget is spent."),
    };

    public static readonly Dictionary<string, (Action<Changed> Change, string Fault)> Subscription = new()
    {
        ["another container"] = (made => made.Set(Event, "record-scan", "properties.filter.subjectBeginsWith", "/blobServices/default/containers/exports/"), "subscription: properties.filter.subjectBeginsWith"),
        ["every event"] = (made => made.Unset(Event, "record-scan", "properties.filter.includedEventTypes"), "subscription: properties.filter.includedEventTypes"),
        ["copies too"] = (made => made.Unset(Event, "record-scan", "properties.filter.advancedFilters"), "subscription: properties.filter.advancedFilters"),
        ["an hour of tries"] = (made => made.Set(Event, "record-scan", "properties.retryPolicy.eventTimeToLiveInMinutes", 60), "subscription: properties.retryPolicy.eventTimeToLiveInMinutes is 60, not 1440."),
        ["few tries"] = (made => made.Set(Event, "record-scan", "properties.retryPolicy.maxDeliveryAttempts", 3), "subscription: properties.retryPolicy.maxDeliveryAttempts is 3, not 30."),
        ["no dead letters"] = (made => made.Unset(Event, "record-scan", "properties.deadLetterWithResourceIdentity"), "subscription: properties.deadLetterWithResourceIdentity"),
        ["another function"] = (made => made.Set(Event, "record-scan", "properties.destination.properties.endpointUrl", "https://x"), "The subscription does not call RecordScan."),
        ["no subscription"] = (made => made.Remove(Event, "record-scan"), "There must be one subscription."),
    };

    public static readonly Dictionary<string, (Action<JsonObject> Change, string Fault)> Host = new()
    {
        ["other tries of a blob"] = (host => host["extensions"]!["blobs"]!["poisonBlobThreshold"] = 10, "host.json: a blob must be tried five times."),
        ["tries of a blob by default"] = (host => host["extensions"]!["blobs"]!.AsObject().Remove("poisonBlobThreshold"), "host.json: a blob must be tried five times."),
        ["other tries of a message"] = (host => host["extensions"]!["queues"] = new JsonObject { ["maxDequeueCount"] = 8 }, "host.json: a message is tried 8 times, not five."),
        ["tries of tries"] = (host => host["retry"] = new JsonObject { ["strategy"] = "fixedDelay" }, "host.json: a retry policy multiplies the five tries."),
        ["no end"] = (host => host["functionTimeout"] = "-1", "host.json: functionTimeout is -1, and not within 00:30:00."),
        ["longer than the plan"] = (host => host["functionTimeout"] = "02:00:00", "host.json: functionTimeout is 02:00:00, and not within 00:30:00."),
    };
}
