using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.Register;

public sealed class RegionWorld : HttpWorld
{
    protected override WorldOptions Options => new()
    {
        Settings = new Dictionary<string, string?> { ["REGION_NAME"] = "West Europe", ["Recipients:Printer"] = "Drukkerij De Laag" },
    };
}

/// <summary>The impact assessment and the processing agreement's annex: whatever is stored, promised or given is in them, and what is judged is left open.</summary>
public sealed class AssessmentTests(RegionWorld http) : IClassFixture<RegionWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task Every_kind_and_every_rule_with_its_term_is_in_both()
    {
        var inAssessment = Items(await Json("assessment")).SelectMany(item => item.GetProperty("terms").EnumerateArray()).ToList();
        var inAnnex = (await Json("annex")).GetProperty("terms").EnumerateArray().ToList();

        foreach (var told in (List<JsonElement>[])[inAssessment, inAnnex])
        {
            Assert.Superset(world.Get<RecordKinds>().InOrder.Select(kind => kind.Name).ToHashSet(), told.SelectMany(each => Text(each, "kind").Split(", ")).ToHashSet());
            Assert.Equal(
                RetentionSchedule.All.Except([RetentionSchedule.Erasure]).Select(rule => $"{rule.Name} {rule.Term}").Order(),
                told.Where(each => each.TryGetProperty("rule", out _)).Select(each => $"{Text(each, "rule")} {Text(each, "term")}").Order());
        }
    }

    [Fact]
    public async Task Every_personal_field_is_in_both()
    {
        var expected = world.Get<DataInventory>().Tables.SelectMany(Declarations.PersonalPlaces).ToHashSet();

        Assert.Superset(expected, Items(await Json("assessment")).SelectMany(item => Fields(item.GetProperty("data"))).ToHashSet());
        Assert.Superset(expected, Fields((await Json("annex")).GetProperty("data")).ToHashSet());
        Assert.Contains(Items(await Json("assessment")), item => Text(item, "activity") == "scans" && item.GetProperty("isSpecial").GetBoolean());
    }

    [Fact]
    public async Task Every_recipient_is_in_both_with_its_region_or_a_blank_for_it()
    {
        var statement = Items(await Json("statement?language=en"), "recipients").Select(each => Text(each, "name")).ToList();
        var (assessment, annex) = (await Json("assessment?language=en"), await Json("annex?language=en"));

        foreach (var (used, blanks) in new[] { (Items(assessment, "recipients"), Items(assessment, "judgements")), (Items(annex), Items(annex, "blanks")) })
        {
            Assert.Equal(statement, used.Select(each => Text(each, "name")));
            Assert.Equal("West Europe", Text(used.Single(each => Text(each, "name") == "Microsoft Azure"), "region"));
            Assert.Equal("European Union", Text(used.Single(each => Text(each, "name") == "Twilio SendGrid"), "region"));
            var unknown = used.Where(each => !each.TryGetProperty("region", out _)).Select(each => $"region: {Text(each, "name")}").ToList();
            Assert.Contains("region: Drukkerij De Laag", unknown);
            Assert.Superset(unknown.ToHashSet(), blanks.Select(each => Text(each, "name")).ToHashSet());
        }
    }

    [Fact]
    public async Task Data_goes_from_whom_it_is_about_to_the_app_and_from_there_to_each_recipient_of_the_activity()
    {
        var scans = Items(await Json("assessment?language=en")).Single(item => Text(item, "activity") == "scans");

        Assert.Equal(
            ["clients → the app", "the app → Microsoft Azure", "the app → Drukkerij De Laag"],
            scans.GetProperty("flows").EnumerateArray().Select(flow => $"{Text(flow, "from")} → {Text(flow, "to")}"));
    }

    [Fact]
    public async Task Every_right_has_a_function_that_there_is()
    {
        var rights = Items(await Json("assessment?language=en"), "rights").ToList();

        Assert.Equal(Enum.GetNames<RequestKind>().Order(StringComparer.OrdinalIgnoreCase), rights.Select(each => Text(each, "right")).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        var routes = Tests.Http.HttpFunctions.All().Where(each => each.Trigger.Methods?.Contains("post") is true).Select(each => $"(POST /{each.Trigger.Route})").ToHashSet();
        Assert.Contains("GDPR article 7(3)", rights.Select(each => Text(each, "article")));
        Assert.Contains("AVG, artikel 7, lid 3", Items(await Json("assessment?language=nl"), "rights").Select(each => Text(each, "article")));
        Assert.All(rights, right => Assert.Contains(routes, route => Text(right, "how").EndsWith(route, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_judgement_is_a_blank_with_a_name_of_its_own()
    {
        var assessment = await Json("assessment");

        Assert.All(Items(assessment), item => Assert.Equal(["necessity", "risk-access", "risk-change", "risk-loss"], Items(item, "judgements").Select(each => Text(each, "name"))));
        Assert.Superset(new HashSet<string> { "proportionality", "risk-left", "advice", "decision", "review" }, Items(assessment, "judgements").Select(each => Text(each, "name")).ToHashSet());
        Assert.Superset(new HashSet<string> { "breach-contact", "breach-hours" }, Items(await Json("annex"), "blanks").Select(each => Text(each, "name")).ToHashSet());
    }

    private async Task<JsonElement> Json(string path) => await http.Officer.GetFromJsonAsync<JsonElement>($"api/{path}");

    private static IEnumerable<string> Fields(JsonElement data) => data.EnumerateArray().SelectMany(each => each.GetProperty("fields").EnumerateArray()).Select(field => field.GetString()!);

    private static IEnumerable<JsonElement> Items(JsonElement json, string name = "items") => json.GetProperty(name).EnumerateArray();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
