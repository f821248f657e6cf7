using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>A change, with all that must be told of it.</summary>
internal sealed record Broken<T>(Action<T> Change, params string[] Faults);

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

    public static readonly Dictionary<string, Broken<Changed>> All = new()
    {
        ["a setting is lost"] = new(
            made => made.Unset(Config, "appsettings", "properties.Contact__RequireProof"),
            "Setting Contact__RequireProof is read, and not set.",
            "docs/deploying.md names setting Contact__RequireProof, which is not set.",
            "local.settings.sample.json names setting Contact__RequireProof, which is not set."),
        ["a setting of an account is lost"] = new(
            made => made.Unset(Config, "appsettings", "properties.Scans__queueServiceUri"),
            "Setting Scans__queueServiceUri is read, and not set.",
            "docs/deploying.md names setting Scans__queueServiceUri, which is not set."),
        ["a setting that nothing reads"] = new(
            made => made.Set(Config, "appsettings", "properties.PublicBaseUrl", "https://x"),
            "Setting PublicBaseUrl is set, and nothing reads it.",
            "Setting PublicBaseUrl is set, and docs/deploying.md does not name it.",
            "Setting PublicBaseUrl is set, and local.settings.sample.json does not name it."),
        ["a key in a setting"] = new(
            made => made.Set(Config, "appsettings", "properties.Mail__SendGridKey", "SG.abc"),
            "Setting Mail__SendGridKey is not a reference to the vault.",
            "Setting Mail__SendGridKey holds a secret."),
        ["an account by its key"] = new(
            made => made.Set(Config, "appsettings", "properties.Records__blobServiceUri", "AccountName=a;AccountKey=b"),
            "Setting Records__blobServiceUri holds a secret."),
        ["a key in an output"] = new(made => made.Output("KEY", "[listKeys(resourceId('x'), '1').keys[0].value]"), "Output KEY holds a secret."),
        ["a secret in a template"] = new(made => made.Add("Microsoft.KeyVault/vaults/secrets", "vault/sendgrid-key"), "Secret vault/sendgrid-key is in a template."),

        ["a longer soft delete"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.deleteRetentionPolicy.days", 8),
            "scans: properties.deleteRetentionPolicy.days is 8, not 7."),
        ["other recovery days in the app"] = new(
            made => made.Set(Config, "appsettings", "properties.Retention__RecoveryDays", "14"),
            "scans: properties.deleteRetentionPolicy.days is 7, not 14."),
        ["no soft delete of scans"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.deleteRetentionPolicy.enabled", false),
            "scans: properties.deleteRetentionPolicy.enabled is false, not true."),
        ["soft delete of records"] = new(
            made => made.Set(Blobs, "welweerecordsproduction/default", "properties.deleteRetentionPolicy.enabled", true),
            "records: properties.deleteRetentionPolicy.enabled is true, not false."),
        ["soft delete of containers"] = new(
            made => made.Set(Blobs, "welweeledgerproduction/default", "properties.containerDeleteRetentionPolicy.enabled", true),
            "ledger: properties.containerDeleteRetentionPolicy.enabled is true, not false."),
        ["versions"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.isVersioningEnabled", true),
            "scans: properties.isVersioningEnabled is true, not false."),
        ["a change feed"] = new(
            made => made.Set(Blobs, "welweerecordsproduction/default", "properties.changeFeed.enabled", true),
            "records: properties.changeFeed.enabled is true, not false."),
        ["point-in-time restore"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.restorePolicy.enabled", true),
            "scans: properties.restorePolicy.enabled is true, not false."),
        ["snapshots"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.automaticSnapshotPolicyEnabled", true),
            "scans: properties.automaticSnapshotPolicyEnabled is true, not nothing."),
        ["a backup"] = new(made => made.Add("Microsoft.DataProtection/backupVaults", "copies"), "Microsoft.DataProtection/backupVaults makes copies."),
        ["shared keys"] = new(
            made => made.Set(Account, "welweeledgerproduction", "properties.allowSharedKeyAccess", true),
            "ledger: properties.allowSharedKeyAccess is true, not false."),
        ["shared keys by default"] = new(
            made => made.Unset(Account, "welweehostproduction", "properties.allowSharedKeyAccess"),
            "host: properties.allowSharedKeyAccess is nothing, not false."),
        ["public access of an account"] = new(
            made => made.Set(Account, "welweescansproduction", "properties.allowBlobPublicAccess", true),
            "scans: properties.allowBlobPublicAccess is true, not false."),
        ["public access of a container"] = new(
            made => made.Set(Deployment.Containers, "exports", "properties.publicAccess", "Blob"),
            "records/exports: properties.publicAccess is Blob, not None."),
        ["replication across tenants"] = new(
            made => made.Set(Account, "welweescansproduction", "properties.allowCrossTenantReplication", true),
            "scans: properties.allowCrossTenantReplication is true, not false."),
        ["a former TLS"] = new(
            made => made.Set(Account, "welweerecordsproduction", "properties.minimumTlsVersion", "TLS1_0"),
            "records: properties.minimumTlsVersion is TLS1_0, not TLS1_2."),
        ["a table is lost"] = new(made => made.Remove(Deployment.Tables, "Letters"), "Table records/Letters is not made."),
        ["a table that nothing uses"] = new(
            made => made.Add(Deployment.Tables, "welweerecordsproduction/default/Old"),
            "Table records/Old is made, and nothing uses it."),
        ["a table in the wrong account"] = new(
            made => made.Set(Deployment.Tables, "Certificates", "name", "welweerecordsproduction/default/Certificates"),
            "Table ledger/Certificates is not made.",
            "Table records/Certificates is made, and nothing uses it."),
        ["a container is lost"] = new(made => made.Remove(Deployment.Containers, "exports"), "Container records/exports is not made."),
        ["a container that nothing uses"] = new(
            made => made.Add(Deployment.Containers, "welweescansproduction/default/old", """{"publicAccess":"None"}"""),
            "Container scans/old is made, and nothing uses it."),
        ["a queue is lost"] = new(
            made => made.Remove(Deployment.Queues, "webjobs-blobtrigger-poison"),
            "Queue scans/webjobs-blobtrigger-poison is not made."),
        ["an earlier backstop"] = new(
            made => made.Set(Lifecycle, "welweescansproduction/default", "properties.policy.rules.0.definition.actions.baseBlob.delete.daysAfterCreationGreaterThan", 1827),
            """Lifecycle scans: {"filters":{"blobTypes":["blockBlob"],"prefixMatch":["scans/"]},"actions":{"baseBlob":{"delete":{"daysAfterCreationGreaterThan":20090}}}} is not made.""",
            """Lifecycle scans: {"filters":{"blobTypes":["blockBlob"],"prefixMatch":["scans/"]},"actions":{"baseBlob":{"delete":{"daysAfterCreationGreaterThan":1827}}}} is made, and nothing uses it."""),
        ["no backstop"] = new(
            made => made.Remove(Lifecycle, "welweescansproduction/default"),
            """Lifecycle scans: {"filters":{"blobTypes":["blockBlob"],"prefixMatch":["scans/"]},"actions":{"baseBlob":{"delete":{"daysAfterCreationGreaterThan":20090}}}} is not made."""),
        ["dead letters for ever"] = new(
            made => made.Remove(Lifecycle, "welweehostproduction/default"),
            """Lifecycle host: {"filters":{"blobTypes":["blockBlob"],"prefixMatch":["dead-letters/"]},"actions":{"baseBlob":{"delete":{"daysAfterCreationGreaterThan":30}}}} is not made."""),
        ["checkpoints that can be changed"] = new(made => made.Remove(Immutability, "default"), "There must be one immutability policy, that of the checkpoints."),
        ["checkpoints for a month"] = new(
            made => made.Set(Immutability, "default", "properties.immutabilityPeriodSinceCreationInDays", 30),
            "checkpoints: properties.immutabilityPeriodSinceCreationInDays is 30, not 2557."),
        ["checkpoints that can be appended to"] = new(
            made => made.Set(Immutability, "default", "properties.allowProtectedAppendWrites", true),
            "checkpoints: properties.allowProtectedAppendWrites is true, not false."),
        ["Defender looks into scans"] = new(
            made => made.Set("Microsoft.Security/defenderForStorageSettings", "current", "properties.isEnabled", true),
            "ledger: properties.isEnabled is true, not false."),
        ["Defender as the subscription has it"] = new(
            made => made.Set("Microsoft.Security/defenderForStorageSettings", "current", "properties.overrideSubscriptionLevelSettings", false),
            "ledger: properties.overrideSubscriptionLevelSettings is false, not true."),

        ["too little on a table"] = new(
            made => made.Role("welweeledgerproduction'", "0a9a7e1f", "76199698-9eea-4c19-bc75-cec21354c6b6"),
            "the app needs Storage Table Data Contributor on ledger.",
            "the app does not need Storage Table Data Reader on ledger."),
        ["a role on the wrong account"] = new(
            made => made.Role("welweerecordsproduction'", "0a9a7e1f", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
            "the app needs Storage Table Data Contributor on records.",
            "the app does not need Storage Queue Data Contributor on records."),
        ["too much on a container"] = new(
            made => made.Role("'exports'", "ba92f5b4", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
            "the app needs Storage Blob Data Contributor on records/exports.",
            "the app does not need Storage Blob Data Owner on records/exports."),
        ["too little for the resource manager"] = new(
            made => made.Role("'checkpoints'", "ba92f5b4", "4633458b-17de-408a-b874-0445c86b69e6"),
            "the app needs Storage Blob Data Contributor on ledger/checkpoints.",
            "the app does not need Key Vault Secrets User on ledger/checkpoints."),
        ["a whole account for a container"] = new(
            made => made.OnAccount("welweescansproduction", "'scans'"),
            "the app needs Storage Blob Data Contributor on scans/scans.",
            "the app does not need Storage Blob Data Contributor on scans."),
        ["a whole account for a queue"] = new(
            made => made.OnAccount("welweescansproduction", "'webjobs-blobtrigger-poison'"),
            "the app needs Storage Queue Data Contributor on scans/webjobs-blobtrigger-poison.",
            "the app does not need Storage Queue Data Contributor on scans."),
        ["a role of somebody else's"] = new(
            made => made.Principal("'checkpoints'", "11111111-1111-1111-1111-111111111111"),
            "the app needs Storage Blob Data Contributor on ledger/checkpoints.", "11111111-1111-1111-1111-111111111111 does not need Storage Blob Data Contributor on ledger/checkpoints."),
        ["the role of an owner"] = new(
            made => made.Role("vault-welwee", "4633458b", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
            "the app needs Key Vault Secrets User on Microsoft.KeyVault/vaults.",
            "the app does not need 8e3af657-a8ff-443c-a75c-2fe8c4bcb635 on Microsoft.KeyVault/vaults."),

        ["plain http"] = new(made => made.Set(Site, "welwee-production", "properties.httpsOnly", false), "app: properties.httpsOnly is false, not true."),
        ["a former TLS of the app"] = new(
            made => made.Set(Site, "welwee-production", "properties.siteConfig.minTlsVersion", "1.0"),
            "app: properties.siteConfig.minTlsVersion is 1.0, not 1.2."),
        ["CORS of the platform"] = new(
            made => made.Set(Site, "welwee-production", "properties.siteConfig.cors", JsonNode.Parse("""{"allowedOrigins":["*"]}""")),
            """app: properties.siteConfig.cors is {"allowedOrigins":["*"]}, not nothing."""),
        ["CORS beside the app"] = new(made => made.Add(Config, "welwee-production/web", """{"cors":{"allowedOrigins":["*"]}}"""), "The platform has CORS."),
        ["sign-in of the platform"] = new(made => made.Add(Config, "welwee-production/authsettingsV2"), "The platform has sign-in."),
        ["a password for publishing"] = new(
            made => made.Set("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "scm", "properties.allow", true),
            "The app can be changed by a password, by scm."),
        ["another runtime"] = new(
            made => made.Set(Site, "welwee-production", "properties.functionAppConfig.runtime.version", "8.0"),
            "app: properties.functionAppConfig.runtime.version is 8.0, not 10.0."),
        ["code among the locks of the host"] = new(
            made => made.Set(Site, "welwee-production", "properties.functionAppConfig.deployment.storage.value", "https://x/azure-webjobs-hosts"),
            "The code is not deployed into a container of its own."),
        ["instances without end"] = new(
            made => made.Set(Site, "welwee-production", "properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount", 1000),
            "app: properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount is 1000, not 40."),
        ["instances in every zone"] = new(
            made => made.Set("Microsoft.Web/serverfarms", "plan-welwee-production", "properties.zoneRedundant", true),
            "plan: properties.zoneRedundant is true, not false."),
        ["an answer that comes too late"] = new(
            made => made.Set(Config, "appsettings", "properties.Runs__AnswerWithin", "00:05:00"),
            "Runs__AnswerWithin is 00:05:00, and a request is given up after 00:03:50."),
        ["a vault that can be purged"] = new(
            made => made.Unset("Microsoft.KeyVault/vaults", "vault-welwee-production", "properties.enablePurgeProtection"),
            "vault: properties.enablePurgeProtection is nothing, not true."),
        ["IP addresses"] = new(
            made => made.Set("Microsoft.Insights/components", "insights-production", "properties.DisableIpMasking", true),
            "Application Insights: properties.DisableIpMasking is true, not false."),
        ["logs for a year"] = new(
            made => made.Set("Microsoft.OperationalInsights/workspaces", "logs-production", "properties.retentionInDays", 365),
            "workspace: properties.retentionInDays is 365, not 90."),
        ["links as they came"] = new(
            made => made.Unset("Microsoft.OperationalInsights/workspaces", "logs-production", "properties.defaultDataCollectionRuleResourceId"),
            "The workspace keeps links as they came."),
        ["no rule for links"] = new(made => made.Remove("Microsoft.Insights/dataCollectionRules", "links-production"), KeepsLinks("Url", "Name", "OperationName")),
        ["a rule that leaves the name of a request"] = new(
            made => made.Redaction("Name", "NameOfNothing"),
            KeepsLinks("Name")),
        ["a rule for other links"] = new(
            made => made.Redaction("exports", "downloads"),
            KeepsLinks("Url", "Name", "OperationName")),
        ["logs of the platform's own"] = new(
            made => made.Add("Microsoft.Insights/diagnosticSettings", "requests"),
            "requests keeps requests as they came."),
        ["a region outside the European Union"] = new(
            made => made.Set(Account, "welweescansproduction", "location", "eastus"),
            "welweescansproduction is in eastus, not in the European Union."),

        ["an alert is lost"] = new(made => made.Remove(Rule, "an-incomplete-run"), "There is no alert for an-incomplete-run."),
        ["an alert that leads nowhere"] = new(
            made => made.Set(Rule, "an-incomplete-run", "properties.description", "docs/operating.md#nowhere"),
            "There is no alert for an-incomplete-run.",
            "An alert leads to nowhere, which docs/operating.md does not have."),
        ["an alert that is off"] = new(made => made.Set(Rule, "a-poison-blob", "properties.enabled", false), "Alert a-poison-blob tells nobody."),
        ["an alert that is too late"] = new(
            made => made.Set(Rule, "a-poison-blob", "properties.criteria.allOf.0.threshold", 100),
            "Alert a-poison-blob waits for more than the first."),
        ["an alert of a week"] = new(
            made => made.Set(Rule, "no-complete-sweep-for-26-hours", "properties.criteria.allOf.0.query", "customMetrics | where name == \"welwee.sweeps\" and timestamp > ago(7d)"),
            "Alert no-complete-sweep-for-26-hours does not look at 26 hours."),
        ["an alert that looks back no further than to the last time"] = new(
            made => made.Set(Rule, "answers-of-5xx", "properties.windowSize", "PT15M"),
            "Alert answers-of-5xx misses what arrives late."),
        ["a figure that may stay away"] = new(
            made => made.Set(Rule, "figures-stay-away", "properties.criteria.allOf.0.query", "customMetrics | where name == \"welwee.blobs.poisoned\""),
            "Nobody is told when welwee.destruction_tasks.overdue is not measured any more."),
        ["no alert at the daily cap"] = new(made => made.Remove(Rule, "the-daily-cap-is-reached"), "There is no alert for the-daily-cap-is-reached."),
        ["an alert that asks the component of the workspace"] = new(
            made => made.Set(Rule, "the-daily-cap-is-reached", "properties.scopes", new JsonArray("[resourceId('Microsoft.Insights/components', 'x')]")),
            "Alert the-daily-cap-is-reached asks where that is not known."),
        ["an alert to nobody"] = new(made => made.Set(Rule, "a-poison-blob", "properties.actions.actionGroups", new JsonArray()), "Alert a-poison-blob tells nobody."),
        ["an alert on what nothing counts"] = new(
            made => made.Set(Rule, "letters-given-up", "properties.criteria.allOf.0.query", "customMetrics | where name == \"welwee.letters.lost\""),
            "An alert asks for welwee.letters.lost, which nothing counts."),
        ["no budget"] = new(made => made.Remove("Microsoft.Consumption/budgets", "spending-above-the-budget"), "There is no alert for spending-above-the-budget."),
        ["a budget that tells nobody"] = new(
            made => made.Set("Microsoft.Consumption/budgets", "spending-above-the-budget", "properties.notifications.actual.enabled", false),
            "Nobody is told when the budget is spent."),
    };

    private static string[] KeepsLinks(params string[] columns) => [.. columns.Select(column => $"{column} of a request keeps the secret of exports/{{token}}.")];

    public static readonly Dictionary<string, Broken<Changed>> Subscription = new()
    {
        ["another container"] = new(
            made => made.Set(Event, "record-scan", "properties.filter.subjectBeginsWith", "/blobServices/default/containers/exports/"),
            "subscription: properties.filter.subjectBeginsWith is /blobServices/default/containers/exports/, not /blobServices/default/containers/scans/."),
        ["every event"] = new(
            made => made.Unset(Event, "record-scan", "properties.filter.includedEventTypes"),
            """subscription: properties.filter.includedEventTypes is nothing, not ["Microsoft.Storage.BlobCreated"]."""),
        ["copies too"] = new(
            made => made.Unset(Event, "record-scan", "properties.filter.advancedFilters"),
            """subscription: properties.filter.advancedFilters is nothing, not [{"operatorType":"StringIn","key":"data.api","values":["PutBlob","PutBlockList"]},{"operatorType":"StringIn","key":"data.blobType","values":["BlockBlob"]}]."""),
        ["an hour of tries"] = new(
            made => made.Set(Event, "record-scan", "properties.retryPolicy.eventTimeToLiveInMinutes", 60),
            "subscription: properties.retryPolicy.eventTimeToLiveInMinutes is 60, not 1440."),
        ["few tries"] = new(
            made => made.Set(Event, "record-scan", "properties.retryPolicy.maxDeliveryAttempts", 3),
            "subscription: properties.retryPolicy.maxDeliveryAttempts is 3, not 30."),
        ["no dead letters"] = new(
            made => made.Unset(Event, "record-scan", "properties.deadLetterWithResourceIdentity"),
            "subscription: properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName is nothing, not dead-letters."),
        ["another function"] = new(
            made => made.Set(Event, "record-scan", "properties.destination.properties.endpointUrl", "https://x"),
            "The subscription does not call RecordScan.",
            "The subscription does not look up the key of the webhook."),
        ["no subscription"] = new(made => made.Remove(Event, "record-scan"), "There must be one subscription."),
    };

    public static readonly Dictionary<string, Broken<JsonObject>> Host = new()
    {
        ["other tries of a blob"] = new(host => host["extensions"]!["blobs"]!["poisonBlobThreshold"] = 10, "host.json: a blob must be tried five times."),
        ["tries of a blob by default"] = new(
            host => host["extensions"]!["blobs"]!.AsObject().Remove("poisonBlobThreshold"),
            "host.json: a blob must be tried five times."),
        ["other tries of a message"] = new(
            host => host["extensions"]!["queues"] = new JsonObject { ["maxDequeueCount"] = 8 },
            "host.json: a message is tried 8 times, not five."),
        ["tries of tries"] = new(host => host["retry"] = new JsonObject { ["strategy"] = "fixedDelay" }, "host.json: a retry policy multiplies the five tries."),
        ["telemetry of its own"] = new(host => host.Remove("telemetryMode"), "host.json: the host must tell its part of a trace as the app does."),
        ["no end"] = new(host => host["functionTimeout"] = "-1", "host.json: functionTimeout is -1, and not within 00:30:00."),
        ["longer than the plan"] = new(host => host["functionTimeout"] = "02:00:00", "host.json: functionTimeout is 02:00:00, and not within 00:30:00."),
    };
}
