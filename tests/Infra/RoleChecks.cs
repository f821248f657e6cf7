namespace WelWee3D.Tests.Infra;

/// <summary>That each identity may do what it does, where it does it, and no more.</summary>
internal static class RoleChecks
{
    public static IEnumerable<string> Faults(Deployment made, AppFacts app)
    {
        var needed = OfApp(made, app).Append(new Given("the topic", BuiltInRole.BlobContributor, "host/dead-letters")).ToHashSet();
        var given = made.Roles.ToHashSet();
        return StorageCallsOfCode.Unknown.Select(call => $"Nobody has said what role {call} needs.")
            .Concat(StorageCallsOfCode.Uncalled.Select(call => $"Nothing calls {call} any more."))
            .Concat(needed.Except(given).Select(each => $"{each.Who} needs {each.Role} on {each.Where}."))
            .Concat(given.Except(needed).Select(each => $"{each.Who} does not need {each.Role} on {each.Where}."));
    }

    private static IEnumerable<Given> OfApp(Deployment made, AppFacts app)
    {
        Given App(string role, string where) => new("the app", role, where);

        // The host of the functions: code, locks and keys, and the queue that its blob trigger works through.
        yield return App(BuiltInRole.BlobOwner, "host");
        yield return App(BuiltInRole.QueueContributor, "host");

        foreach (var account in app.Tables.Select(table => table.Split('/')[0]).Distinct())
            yield return App(StorageCallsOfCode.OnTables, account);

        // Azure's page of the blob trigger asks for these two on what it listens to; the first includes all that the code does.
        foreach (var (account, _) in app.Triggers)
        {
            yield return App(BuiltInRole.BlobOwner, account);
            yield return App(BuiltInRole.QueueContributor, account);
        }
        foreach (var container in app.Containers.Except(app.Triggers.Select(each => $"{each.Account}/{each.Container}")))
            yield return App(StorageCallsOfCode.OnBlobs, container);

        if (made.Settings.Any(setting => $"{setting.Value}".StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal)))
            yield return App(BuiltInRole.SecretsUser, "Microsoft.KeyVault/vaults");
        if (made.Settings.ContainsKey("APPLICATIONINSIGHTS_AUTHENTICATION_STRING"))
            yield return App(BuiltInRole.MetricsPublisher, "Microsoft.Insights/components");
    }
}
