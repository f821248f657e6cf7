namespace WelWee3D.Tests.Infra;

/// <summary>That the plan, the app and what is around them are as the app takes them to be.</summary>
internal static class PlatformChecks
{
    /// <summary>As long as the plan lets a function run when host.json does not say.</summary>
    private static readonly TimeSpan PlanTimeout = TimeSpan.FromMinutes(30);

    /// <summary>After this long the load balancer gives up a request.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(230);

    private static readonly string[] Regions =
    [
        "francecentral", "germanywestcentral", "italynorth", "northeurope", "polandcentral", "spaincentral", "swedencentral", "westeurope",
    ];

    public static IEnumerable<string> Faults(Deployment made, AppFacts app) =>
    [
        .. made.Of("Microsoft.Web/serverfarms").SelectMany(Plan),
        .. made.Of("Microsoft.Web/sites").SelectMany(App),
        .. SignIn(made),
        .. Host(made, app),
        .. made.Of("Microsoft.KeyVault/vaults").SelectMany(Vault),
        .. made.All.Where(each => each.Text("location") is { } location && location != "global" && !Regions.Contains(location))
            .Select(each => $"{each.Name} is in {each.Text("location")}, not in the European Union."),
    ];

    private static IEnumerable<string> Plan(Deployed plan) =>
    [
        .. plan.Expect("plan", "sku.tier", "FlexConsumption"),
        .. plan.Expect("plan", "properties.reserved", "true"),
        .. plan.Expect("plan", "properties.zoneRedundant", "false"),
    ];

    private static IEnumerable<string> App(Deployed app) =>
    [
        .. app.Expect("app", "identity.type", "SystemAssigned"),
        .. app.Expect("app", "properties.httpsOnly", "true"),
        .. app.Expect("app", "properties.siteConfig.minTlsVersion", "1.2"),
        .. app.Expect("app", "properties.siteConfig.scmMinTlsVersion", "1.2"),
        .. app.Expect("app", "properties.siteConfig.cors", null),
        .. app.Expect("app", "properties.functionAppConfig.runtime.name", "dotnet-isolated"),
        .. app.Expect("app", "properties.functionAppConfig.runtime.version", "10.0"),
        .. app.Expect("app", "properties.functionAppConfig.deployment.storage.authentication.type", "SystemAssignedIdentity"),
        .. app.Text("properties.functionAppConfig.deployment.storage.value")!.Contains("'deployments'", StringComparison.Ordinal)
            ? Array.Empty<string>()
            : ["The code is not deployed into a container of its own."],
        .. app.Expect("app", "properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB", "2048"),
        .. app.Expect("app", "properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount", "40"),
    ];

    // The app answers the preflight of browsers, and reads the tokens of staff, itself.
    private static IEnumerable<string> SignIn(Deployment made)
    {
        foreach (var config in made.Of("Microsoft.Web/sites/config"))
        {
            if (config.LastName.StartsWith("authsettings", StringComparison.Ordinal))
                yield return "The platform has sign-in.";
            if (config.At("properties.cors") is not null)
                yield return "The platform has CORS.";
        }
        foreach (var way in new[] { "ftp", "scm" })
            if (!made.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Any(each => each.LastName == way && each.Text("properties.allow") == "false"))
                yield return $"The app can be changed by a password, by {way}.";
    }

    /// <summary>What host.json says, against what the plan and the promises need.</summary>
    private static IEnumerable<string> Host(Deployment made, AppFacts app)
    {
        if ((int?)app.HostJson["extensions"]?["blobs"]?["poisonBlobThreshold"] != 5)
            yield return "host.json: a blob must be tried five times.";
        if ((int?)app.HostJson["extensions"]?["queues"]?["maxDequeueCount"] is { } tries and not 5)
            yield return $"host.json: a message is tried {tries} times, not five.";
        if (app.HostJson["retry"] is not null)
            yield return "host.json: a retry policy multiplies the five tries.";
        if ((string?)app.HostJson["telemetryMode"] != "OpenTelemetry")
            yield return "host.json: the host must tell its part of a trace as the app does.";
        // Also -1, for as long as it takes: no instance of this plan lives as long as that.
        if (!TimeSpan.TryParse((string?)app.HostJson["functionTimeout"], CultureInfo.InvariantCulture, out var timeout) || timeout <= TimeSpan.Zero || timeout > PlanTimeout)
            yield return $"host.json: functionTimeout is {app.HostJson["functionTimeout"]}, and not within {PlanTimeout}.";
        if (!TimeSpan.TryParse((string?)made.Settings["Runs__AnswerWithin"], CultureInfo.InvariantCulture, out var within) || within >= AnswerTimeout)
            yield return $"Runs__AnswerWithin is {made.Settings["Runs__AnswerWithin"]}, and a request is given up after {AnswerTimeout}.";
    }

    private static IEnumerable<string> Vault(Deployed vault) =>
    [
        .. vault.Expect("vault", "properties.enablePurgeProtection", "true"),
        .. vault.Expect("vault", "properties.enableRbacAuthorization", "true"),
        .. vault.Expect("vault", "properties.softDeleteRetentionInDays", "90"),
    ];
}
