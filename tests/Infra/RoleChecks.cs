namespace WelWee3D.Tests.Infra;

/// <summary>That each identity may do what it does, where it does it, and no more.</summary>
internal static class RoleChecks
{
    public static IEnumerable<string> Faults(Deployment made, AppFacts app)
    {
        var needed = OfApp(made, app).Append(new Given("the topic", BuiltInRole.BlobContributor, "host/dead-letters")).ToHashSet();
        var given = made.Roles.ToHashSet();
        return CallsOfCode.Unknown.Select(call => $"Nobody has said what {call} needs.")
            .Concat(CallsOfCode.Unmade.Select(call => $"Nothing makes {call} any more."))
            .Concat(needed.Except(given).Select(each => $"{each.Who} needs {each.Role} on {each.Where}."))
            .Concat(given.Except(needed).Select(each => $"{each.Who} does not need {each.Role} on {each.Where}."));
    }

    private static IEnumerable<Given> OfApp(Deployment made, AppFacts app)
    {
        Given App(string role, string where) => new("the app", role, where);

        // The host of the functions: code, locks and keys, and the queue that its blob trigger works through. It makes containers
        // and queues by itself, so it must have the account.
        yield return App(BuiltInRole.BlobOwner, "host");
        yield return App(BuiltInRole.QueueContributor, "host");

        foreach (var account in app.Tables.Select(table => table.Split('/')[0]).Distinct())
            yield return App(BuiltInRole.LeastFor(CallsOfCode.On("tableServices")), account);
        foreach (var container in app.Containers)
            yield return App(BuiltInRole.LeastFor(CallsOfCode.In(container).Concat(CallsOfCode.ManagementOf(container))), container);
        // The host writes into it what the app reads.
        foreach (var queue in app.Queues)
            yield return App(BuiltInRole.LeastFor(CallsOfCode.On("queueServices").Append(Actions.WriteMessage)), queue);

        if (made.Settings.Any(setting => $"{setting.Value}".StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal)))
            yield return App(BuiltInRole.SecretsUser, "Microsoft.KeyVault/vaults");
        if (made.Settings.ContainsKey("APPLICATIONINSIGHTS_AUTHENTICATION_STRING"))
            yield return App(BuiltInRole.MetricsPublisher, "Microsoft.Insights/components");
    }
}
