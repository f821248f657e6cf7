using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>Changes of the roles, of the app and what is around it, and of the alerts.</summary>
internal static class BrokenPlatform
{
    private const string Account = Deployment.Accounts;
    private const string Site = "Microsoft.Web/sites";
    private const string Config = "Microsoft.Web/sites/config";
    private const string Rule = "Microsoft.Insights/scheduledQueryRules";
    private const string Metric = "Microsoft.Insights/metricAlerts";

    public static readonly string[] EveryColumn =
    [
        "AppRequests.Url", "AppRequests.Name", "AppRequests.OperationName", "AppDependencies.Data", "AppDependencies.Name",
        "AppDependencies.OperationName", "AppExceptions.OperationName", "AppTraces.Message", "AppTraces.OperationName",
    ];

    public static readonly Dictionary<string, Broken<Changed>> All = new()
    {
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
        ["no rule for links"] = new(made => made.Remove("Microsoft.Insights/dataCollectionRules", "links-production"), [.. KeepsLinks(AppFacts.OfCode.Links, EveryColumn), .. TellsOfBrowsers("AppRequests", "AppDependencies", "AppExceptions", "AppTraces")]),
        ["a rule that leaves the name of a request"] = new(
            made => made.Redaction("Name", "NameOfNothing"),
            KeepsLinks(AppFacts.OfCode.Links, "AppRequests.Name", "AppDependencies.Name")),
        ["a rule that leaves what the host calls"] = new(
            made => made.Set("Microsoft.Insights/dataCollectionRules", "links-production", "properties.dataFlows.0.transformKql", "source"),
            [.. KeepsLinks(AppFacts.OfCode.Links, "AppDependencies.Data", "AppDependencies.Name", "AppDependencies.OperationName"), .. TellsOfBrowsers("AppDependencies")]),
        ["a rule that leaves exceptions"] = new(
            made => made.Set("Microsoft.Insights/dataCollectionRules", "links-production", "properties.dataFlows.1.transformKql", "source"),
            [.. KeepsLinks(AppFacts.OfCode.Links, "AppExceptions.OperationName"), .. TellsOfBrowsers("AppExceptions")]),
        ["a rule that leaves what is logged"] = new(
            made => made.Set("Microsoft.Insights/dataCollectionRules", "links-production", "properties.dataFlows.3.transformKql", "source"),
            [.. KeepsLinks(AppFacts.OfCode.Links, "AppTraces.Message", "AppTraces.OperationName"), .. TellsOfBrowsers("AppTraces")]),
        ["a rule that keeps what telephone somebody has"] = new(
            made => made.Redaction("ClientModel", "ClientCity"),
            [.. from table in (string[])["AppRequests", "AppDependencies", "AppExceptions", "AppTraces"] select $"{table}.ClientModel tells of browsers."]),
        ["a rule for other links"] = new(
            made => made.Redaction("exports", "downloads"),
            KeepsLinks(["api/exports/{token}"], EveryColumn)),
        ["logs of the platform's own"] = new(
            made => made.Add("Microsoft.Insights/diagnosticSettings", "requests"),
            "requests:  keeps requests as they came."),
        ["nobody sees who reads a scan"] = new(
            made => made.Set("Microsoft.Insights/diagnosticSettings", "access", "properties.logs", new JsonArray()),
            "Nothing tells who reached ledger/tableServices: StorageDelete, StorageWrite.",
            "ledger/tableServices:  keeps requests as they came."),
        ["access told to somebody else"] = new(
            made => made.Set("Microsoft.Insights/diagnosticSettings", "access", "properties.storageAccountId", "x"),
            "ledger/tableServices tells somebody else."),
        ["traces that the host leaves out"] = new(
            made => made.Set(Config, "appsettings", "properties.OTEL_TRACES_SAMPLER_ARG", "0.1"),
            "The Functions host leaves traces out."),
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
        ["an alert to a group of nobody"] = new(
            made => made.Set("Microsoft.Insights/actionGroups", "whoever-looks-after-the-app", "properties.emailReceivers", new JsonArray()),
            "Nobody is in whoever-looks-after-the-app."),
        ["a group that is off"] = new(
            made => made.Set("Microsoft.Insights/actionGroups", "whoever-looks-after-the-app", "properties.enabled", false),
            "Nobody is in whoever-looks-after-the-app."),
        ["dead letters by the hundred"] = new(
            made => made.Set(Metric, "a-file-that-the-app-was-not-told-of", "properties.criteria.allOf.0.threshold", 100),
            "dead letters: properties.criteria.allOf.0.threshold is 100, not 0."),
        ["another figure than that of dead letters"] = new(
            made => made.Set(Metric, "a-file-that-the-app-was-not-told-of", "properties.criteria.allOf.0.metricName", "DroppedEventCount"),
            "dead letters: properties.criteria.allOf.0.metricName is DroppedEventCount, not DeadLetteredCount."),
        ["health that nobody looks at"] = new(
            made => made.Set("Microsoft.Insights/webtests", "health", "properties.Enabled", false),
            "health: properties.Enabled is false, not true."),
        ["health of another page"] = new(
            made => made.Set("Microsoft.Insights/webtests", "health", "properties.Request.RequestUrl", "https://x/"),
            "Health is not what is looked at."),
        ["health from one place"] = new(
            made => made.Set("Microsoft.Insights/webtests", "health", "properties.Locations", JsonNode.Parse("""[{"Id":"emea-nl-ams-azr"}]""")),
            "Health is not looked at from three places."),
        ["health that fails everywhere before it is told"] = new(
            made => made.Set(Metric, "health-fails", "properties.criteria.failedLocationCount", 4),
            "health: properties.criteria.failedLocationCount is 4, not 2."),
        ["an alert on what nothing counts"] = new(
            made => made.Set(Rule, "letters-given-up", "properties.criteria.allOf.0.query", "customMetrics | where name == \"welwee.letters.lost\""),
            "An alert asks for welwee.letters.lost, which nothing counts."),
        ["no budget"] = new(made => made.Remove("Microsoft.Consumption/budgets", "spending-above-the-budget"), "There is no alert for spending-above-the-budget."),
        ["a budget that tells nobody"] = new(
            made => made.Set("Microsoft.Consumption/budgets", "spending-above-the-budget", "properties.notifications.actual.enabled", false),
            "Nobody is told when the budget is spent."),
    };

    private static IEnumerable<string> TellsOfBrowsers(params string[] tables) =>
        from table in tables from column in (string[])["ClientBrowser", "ClientModel", "ClientOS"] select $"{table}.{column} tells of browsers.";

    public static string[] KeepsLinks(IReadOnlyList<string> routes, params string[] columns) =>
        [.. from column in columns from route in routes select $"{column} keeps the secret of {route}."];
}
