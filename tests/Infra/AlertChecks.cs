using System.Xml;

namespace WelWee3D.Tests.Infra;

/// <summary>That somebody is told of all that must not pass unseen, and where to read what to do.</summary>
internal static partial class AlertChecks
{
    private static readonly string[] Rules = ["Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/metricAlerts"];

    /// <summary>What must not pass unseen.</summary>
    private static readonly string[] Wanted =
    [
        "no-complete-sweep-for-26-hours", "an-incomplete-run", "a-destruction-past-its-day", "a-poison-blob",
        "a-file-that-the-app-was-not-told-of", "figures-stay-away", "the-daily-cap-is-reached", "letters-given-up", "sendgrid-refuses",
        "answers-of-5xx", "health-fails", "the-chain-does-not-verify", "spending-above-the-budget",
    ];

    public static IEnumerable<string> Faults(Deployment made, AppFacts app)
    {
        var rules = made.All.Where(each => Rules.Contains(each.Type)).ToArray();
        var budgets = made.Of("Microsoft.Consumption/budgets").ToArray();
        var sections = rules.Select(Section).Concat(budgets.Select(budget => budget.Name)).ToHashSet();
        return
        [
            .. Wanted.Except(sections).Select(section => $"There is no alert for {section}."),
            .. sections.Except(app.Sections).Select(section => $"An alert leads to {section}, which docs/operating.md does not have."),
            .. rules.Where(rule => rule.Text("properties.enabled") != "true" || !Tells(rule)).Select(rule => $"Alert {rule.Name} tells nobody."),
            .. made.Of(Rules[0]).Where(rule => !IsOfTheFirst(rule)).Select(rule => $"Alert {rule.Name} waits for more than the first."),
            .. made.Of(Rules[0]).Where(rule => rule.Name == Wanted[0] && !rule.Text("properties.criteria")!.Contains("ago(26h)", StringComparison.Ordinal))
                .Select(rule => $"Alert {rule.Name} does not look at 26 hours."),
            .. made.Of(Rules[0]).Where(rule => Length(rule, "windowSize") <= Length(rule, "evaluationFrequency"))
                .Select(rule => $"Alert {rule.Name} misses what arrives late."),
            .. rules.SelectMany(rule => Figure().Matches(rule.Text("properties.criteria") ?? ""))
                .Select(figure => figure.Value).Except(app.Figures).Select(figure => $"An alert asks for {figure}, which nothing counts."),
            .. Newest(made).Except(FiguresOf(made, "figures-stay-away")).Select(figure => $"Nobody is told when {figure} is not measured any more."),
            .. made.Of(Rules[0]).Where(rule => Query(rule).Contains("_LogOperation", StringComparison.Ordinal) != rule.Text("properties.scopes")!.Contains("Microsoft.OperationalInsights/workspaces", StringComparison.Ordinal))
                .Select(rule => $"Alert {rule.Name} asks where that is not known."),
            .. budgets.SelectMany(Budget),
            .. made.Of("Microsoft.Insights/actionGroups").Where(people => !HasSomebody(people)).Select(people => $"Nobody is in {people.Name}."),
            .. DeadLetters(made),
            .. Health(made),
        ];
    }

    /// <summary>The figures of which an alert looks at the newest: with none at all, it says nothing.</summary>
    private static IEnumerable<string> Newest(Deployment made) => made.Of(Rules[0])
        .Where(rule => Query(rule).Contains("top 1 by timestamp", StringComparison.Ordinal)).SelectMany(rule => FiguresOf(made, rule.Name));

    private static IEnumerable<string> FiguresOf(Deployment made, string alert) => made.Of(Rules[0])
        .Where(rule => rule.Name == alert).SelectMany(rule => Figure().Matches(Query(rule))).Select(figure => figure.Value);

    private static string Query(Deployed rule) => (string)rule.At("properties.criteria")!["allOf"]![0]!["query"]!;

    private static string Section(Deployed rule) => Anchor().Match(rule.Text("properties.description") ?? "").Groups[1].Value;

    private static TimeSpan Length(Deployed rule, string property) => XmlConvert.ToTimeSpan(rule.Text($"properties.{property}")!);

    private static bool Tells(Deployed rule) =>
        (rule.Text("properties.actions") ?? "").Contains("Microsoft.Insights/actionGroups", StringComparison.Ordinal);

    // The first that went wrong; of complete sweeps, that there is not one.
    private static bool IsOfTheFirst(Deployed rule)
    {
        var criterion = rule.At("properties.criteria")!["allOf"]![0]!;
        return ((string)criterion["operator"]!, (int)criterion["threshold"]!) == (rule.Name == Wanted[0] ? ("LessThan", 1) : ("GreaterThan", 0));
    }

    private static bool HasSomebody(Deployed people) =>
        people.Text("properties.enabled") == "true" && people.Text("properties.emailReceivers.0.emailAddress") is { Length: > 0 };

    private static IEnumerable<string> DeadLetters(Deployment made) => made.Of(Rules[1]).Where(rule => rule.LastName == "a-file-that-the-app-was-not-told-of").SelectMany(rule => (string[])
    [
        .. rule.Expect("dead letters", "properties.criteria.allOf.0.metricName", "DeadLetteredCount"),
        .. rule.Expect("dead letters", "properties.criteria.allOf.0.timeAggregation", "Total"),
        .. rule.Expect("dead letters", "properties.criteria.allOf.0.operator", "GreaterThan"),
        .. rule.Expect("dead letters", "properties.criteria.allOf.0.threshold", "0"),
    ]);

    // One place alone may be at fault itself; of three, two are enough.
    private static IEnumerable<string> Health(Deployment made) =>
    [
        .. made.Of("Microsoft.Insights/webtests").SelectMany(test => (string[])
        [
            .. test.Expect("health", "properties.Enabled", "true"),
            .. test.Expect("health", "properties.ValidationRules.ExpectedHttpStatusCode", "200"),
            .. test.At("properties.Locations")!.AsArray().Count == 3 ? Array.Empty<string>() : ["Health is not looked at from three places."],
            .. test.Text("properties.Request.RequestUrl")!.Contains("/api/health'", StringComparison.Ordinal) ? Array.Empty<string>() : ["Health is not what is looked at."],
        ]),
        .. made.Of(Rules[1]).Where(rule => rule.LastName == "health-fails").SelectMany(rule => rule.Expect("health", "properties.criteria.failedLocationCount", "2")),
    ];

    private static IEnumerable<string> Budget(Deployed budget)
    {
        if (budget.At("properties.notifications.actual") is not { } actual || (bool?)actual["enabled"] != true || (int?)actual["threshold"] != 100
            || actual["contactEmails"]!.AsArray().Count == 0)
            yield return "Nobody is told when the budget is spent.";
    }

    [GeneratedRegex(@"welwee\.[a-z_.]+")]
    private static partial Regex Figure();

    [GeneratedRegex(@"docs/operating\.md#([a-z0-9-]+)$")]
    private static partial Regex Anchor();
}
