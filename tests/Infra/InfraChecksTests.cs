using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>The deployment, held against the app; and each check, shown what it is there to see.</summary>
public sealed class InfraChecksTests
{
    public static TheoryData<string> BrokenMain => new(BrokenDeployments.All.Keys);

    public static TheoryData<string> BrokenSubscription => new(BrokenDeployments.Subscription.Keys);

    public static TheoryData<string> BrokenHost => new(BrokenDeployments.Host.Keys);

    [Theory]
    [InlineData("main")]
    [InlineData("main.test")]
    [InlineData("main.production")]
    public void A_deployment_is_as_the_app_needs_it(string name) =>
        Assert.Empty(InfraChecks.Faults(InfraChecks.Snapshot(name), AppFacts.OfCode));

    [Fact]
    public void So_is_the_subscription() =>
        Assert.Empty(InfraChecks.SubscriptionFaults(InfraChecks.Snapshot("subscription"), AppFacts.OfCode));

    [Theory]
    [MemberData(nameof(BrokenMain))]
    public void What_breaks_a_promise_is_seen(string what)
    {
        var snapshot = InfraChecks.Snapshot("main.production");
        var (change, faults) = BrokenDeployments.All[what];
        change(new(snapshot));

        Assert.Equal(faults, New("main.production", snapshot, AppFacts.OfCode));
    }

    [Theory]
    [MemberData(nameof(BrokenSubscription))]
    public void A_subscription_that_would_miss_a_file_is_seen(string what)
    {
        var snapshot = InfraChecks.Snapshot("subscription");
        var (change, faults) = BrokenDeployments.Subscription[what];
        change(new(snapshot));

        Assert.Equal(faults, InfraChecks.SubscriptionFaults(snapshot, AppFacts.OfCode));
    }

    [Theory]
    [MemberData(nameof(BrokenHost))]
    public void A_host_json_that_does_not_fit_the_plan_is_seen(string what)
    {
        var host = AppFacts.OfCode.HostJson.DeepClone();
        var (change, faults) = BrokenDeployments.Host[what];
        change(host.AsObject());

        Assert.Equal(faults, New("main.test", InfraChecks.Snapshot("main.test"), AppFacts.OfCode with { HostJson = host }));
    }

    [Fact]
    public void What_the_code_comes_to_store_must_be_made()
    {
        var app = AppFacts.OfCode with { Tables = AppFacts.OfCode.Tables.Append("records/New").ToHashSet(), Containers = AppFacts.OfCode.Containers.Append("records/new").ToHashSet() };

        Assert.Equal(
            ["Table records/New is not made.", "Container records/new is not made.", "the app needs Storage Blob Data Reader on records/new."],
            New("main.test", InfraChecks.Snapshot("main.test"), app));
    }

    [Fact]
    public void What_the_code_comes_to_read_must_be_set_and_what_it_reads_no_more_must_not()
    {
        var app = AppFacts.OfCode with { Read = AppFacts.OfCode.Read.Append("Contact__New").Where(name => name != "Contact__PerMinute").ToHashSet() };

        Assert.Equal(
            ["Setting Contact__New is read, and not set.", "Setting Contact__PerMinute is set, and nothing reads it."],
            New("main.test", InfraChecks.Snapshot("main.test"), app));
    }

    [Fact]
    public void What_the_page_or_the_sample_names_otherwise_is_seen()
    {
        static HashSet<string> Otherwise(IReadOnlySet<string> names, string more) => [.. names.Except(["Contact__PerMinute"]).Append(more)];
        var app = AppFacts.OfCode with { Documented = Otherwise(AppFacts.OfCode.Documented, "Contact__Old"), Sample = Otherwise(AppFacts.OfCode.Sample, "Contact__Older") };

        Assert.Equal(
            [
                "Setting Contact__PerMinute is set, and docs/deploying.md does not name it.",
                "docs/deploying.md names setting Contact__Old, which is not set.",
                "Setting Contact__PerMinute is set, and local.settings.sample.json does not name it.",
                "local.settings.sample.json names setting Contact__Older, which is not set.",
            ],
            New("main.test", InfraChecks.Snapshot("main.test"), app));
    }

    [Fact]
    public void A_link_to_come_must_be_cut_out_of_telemetry()
    {
        var app = AppFacts.OfCode with { Links = ["consent/{token}", "privacy-requests/confirm/{token}", "downloads/{token}"] };

        Assert.Equal(
            BrokenPlatform.KeepsLinks(["downloads/{token}"], BrokenPlatform.EveryColumn),
            New("main.test", InfraChecks.Snapshot("main.test"), app));
    }

    [Theory]
    [InlineData("Storage Blob Data Reader", Actions.ReadContainer)]
    [InlineData("Storage Blob Data Reader", Actions.ReadContainer, Actions.ReadBlob)]
    [InlineData("Storage Blob Data Contributor", Actions.ReadContainer, Actions.DeleteBlob)]
    [InlineData("Storage Queue Data Reader", Actions.ReadQueue)]
    [InlineData("Storage Table Data Contributor", Actions.WriteRow)]
    public void Of_the_roles_that_allow_it_the_least_is_given(string role, params string[] actions) => Assert.Equal(role, BuiltInRole.LeastFor(actions));

    [Fact]
    public void The_app_is_seen_to_ask_the_resource_manager_for_the_container_of_the_checkpoints_alone()
    {
        Assert.Equal([Actions.ReadContainer], CallsOfCode.ManagementOf("ledger/checkpoints"));
        Assert.Empty(CallsOfCode.Unmade);
        Assert.Empty(CallsOfCode.Unknown);
    }

    [Fact]
    public void Of_each_container_the_app_is_seen_to_do_what_it_does_there_and_not_elsewhere()
    {
        Assert.Contains(Actions.DeleteBlob, CallsOfCode.In("scans/scans"));
        Assert.DoesNotContain(Actions.DeleteBlob, CallsOfCode.In("ledger/checkpoints"));
        Assert.Empty(CallsOfCode.In("records/new"));
    }

    [Fact]
    public void The_app_is_seen_to_read_what_its_options_have_and_what_its_services_ask_for()
    {
        var options = new[] { (typeof(ContactOptions), "Contact"), (typeof(MailOptions), "Mail"), (typeof(StaffOptions), "Staff") };

        Assert.Superset(
            options.SelectMany(each => each.Item1.GetProperties().Select(property => $"{each.Item2}__{property.Name}")).ToHashSet(),
            AppFacts.OfCode.Read.ToHashSet());
        Assert.Superset(
            new HashSet<string> { "Retention__RecoveryDays", "Runs__AnswerWithin", "Storage__Patience", "Subjects__HmacKey", "Records__tableServiceUri" },
            AppFacts.OfCode.Read.ToHashSet());
    }

    [Fact]
    public async Task No_secret_goes_through_a_parameter()
    {
        var template = JsonNode.Parse((await Bicep.Run("build", Path.Combine(Bicep.Folder, "main.bicep"), "--stdout")).Output)!;

        Assert.All(template["parameters"]!.AsObject(), parameter =>
        {
            Assert.DoesNotContain("secure", (string?)parameter.Value!["type"], StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("(?i)key$|secret|password|token|connectionstring", parameter.Key);
        });
    }

    /// <summary>The faults that the deployment of the same name, as it is, does not have.</summary>
    private static IEnumerable<string> New(string name, JsonNode changed, AppFacts app) =>
        InfraChecks.Faults(changed, app).Except(InfraChecks.Faults(InfraChecks.Snapshot(name), AppFacts.OfCode));
}
