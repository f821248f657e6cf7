using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>The templates, held against the compiler.</summary>
public sealed class BicepTests
{
    private static readonly string[] Written =
    [
        .. Directory.GetFiles(Bicep.Folder, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .Select(file => Path.GetRelativePath(Bicep.Folder, file)),
    ];

    public static TheoryData<string> Templates => ["main.bicep", "subscription.bicep"];

    public static TheoryData<string> ParameterFiles => new(Written.Where(file => file.EndsWith(".bicepparam", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_builds_without_a_finding(string file)
    {
        var answer = await Bicep.Run("build", Whole(file), "--stdout");

        Assert.True(answer.IsClean, answer.Findings);
    }

    [Theory]
    [InlineData("**/*.bicep")]
    [InlineData("*.bicepparam")]
    public async Task No_rule_of_the_linter_finds_anything(string files)
    {
        var answer = await Bicep.Run("lint", "--pattern", Whole(files));

        Assert.True(answer.IsClean, answer.Findings);
    }

    [Fact]
    public void Every_rule_of_the_linter_is_an_error()
    {
        var rules = JsonNode.Parse(File.ReadAllText(Whole("bicepconfig.json")))!["analyzers"]!["core"]!["rules"]!.AsObject();

        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.Equal("error", (string?)rule.Value!["level"]));
    }

    [Fact]
    public async Task A_finding_is_an_error()
    {
        using var copy = new InfraCopy();
        copy.Append("modules/account.bicep", "param password string = ''");
        copy.Append("modules/account.bicep", "resource other 'Microsoft.Storage/storageAccounts@2020-08-01-preview' = { name: 'a', location: 'westus' }");

        var answer = await Bicep.Run("lint", copy.Whole("modules/account.bicep"));

        Assert.NotEqual(0, answer.ExitCode);
        foreach (var rule in new[] { "no-unused-params", "use-description-params", "secure-secrets-in-params", "no-hardcoded-location", "use-recent-api-versions" })
            Assert.Contains($"Error {rule}", answer.Findings);
    }

    /// <summary>What was tested can be deployed on any later day, though its API versions grow old.</summary>
    [Fact]
    public async Task Nor_does_it_on_a_day_to_come()
    {
        using var copy = new InfraCopy();
        copy.Replace("bicepconfig.json", "\"use-recent-api-versions\": { ", "\"use-recent-api-versions\": { \"test-today\": \"2060-01-01\", ");

        var answer = await Bicep.Run("lint", "--pattern", copy.Whole("**/*.bicep"));

        Assert.True(answer.IsClean, answer.Findings);
    }

    [Fact]
    public async Task There_is_nothing_to_format()
    {
        using var copy = new InfraCopy();

        await Format(copy);

        Assert.All(Written, file => Assert.Equal(File.ReadAllText(Whole(file)), File.ReadAllText(copy.Whole(file))));
    }

    [Fact]
    public async Task What_is_out_of_form_is_seen()
    {
        using var copy = new InfraCopy();
        copy.Replace("modules/account.bicep", "param name string", "param   name   string");
        copy.Replace("main.test.bicepparam", "using 'main.bicep'", "using   'main.bicep'");

        await Format(copy);

        Assert.All(["modules/account.bicep", "main.test.bicepparam"], file => Assert.Equal(File.ReadAllText(Whole(file)), File.ReadAllText(copy.Whole(file))));
    }

    private static async Task Format(InfraCopy copy)
    {
        foreach (var pattern in (string[])["**/*.bicep", "*.bicepparam"])
            Assert.Equal(0, (await Bicep.Run("format", "--pattern", copy.Whole(pattern))).ExitCode);
    }

    /// <summary>After a change, write it anew with <c>bicep snapshot FILE --mode overwrite</c>, and look at the difference.</summary>
    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task What_a_parameter_file_makes_is_what_its_snapshot_says(string file)
    {
        var answer = await Bicep.Run("snapshot", Whole(file), "--mode", "validate");

        Assert.True(answer.ExitCode == 0, answer.Output + answer.Findings);
    }

    [Fact]
    public async Task A_change_of_a_template_differs_from_the_snapshot()
    {
        using var copy = new InfraCopy();
        copy.Replace("modules/account.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true");

        var answer = await Bicep.Run("snapshot", copy.Whole("main.production.bicepparam"), "--mode", "validate");

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains("allowSharedKeyAccess", answer.Output + answer.Findings);
    }

    [Fact]
    public void There_is_a_parameter_file_for_azd_for_each_environment_and_for_the_second_step() => Assert.Equal(
        ["main.bicepparam", "main.production.bicepparam", "main.test.bicepparam", "subscription.bicepparam"],
        Written.Where(file => file.EndsWith(".bicepparam", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static string Whole(string file) => Path.Combine(Bicep.Folder, file);
}
