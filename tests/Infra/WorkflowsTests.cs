namespace WelWee3D.Tests.Infra;

/// <summary>The workflows run what they name, with no more rights than they need, and no secret.</summary>
public sealed partial class WorkflowsTests
{
    private static readonly string Folder = Path.Combine(Source.Root, ".github", "workflows");

    public static TheoryData<string> Files => new(Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_action_is_pinned_by_its_hash(string file)
    {
        var used = Uses().Matches(Read(file)).Select(use => use.Groups[1].Value).Where(action => !action.StartsWith("./", StringComparison.Ordinal)).ToArray();

        Assert.All(used, action => Assert.Matches("^[A-Za-z]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$", action));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_workflow_may_read_the_code_and_no_more_but_where_it_signs_in(string file)
    {
        var text = Read(file);

        Assert.Contains("\npermissions:\n  contents: read\n", text);
        Assert.DoesNotMatch(@"(?m):\s*write(-all)?\s*$", text.Replace("id-token: write", "", StringComparison.Ordinal));
        Assert.DoesNotContain("secrets.", text);
    }

    [Fact]
    public void A_deployment_looks_at_the_clock_right_before_each_of_its_two_steps()
    {
        var runs = Runs().Matches(Read("deploy.yml")).Select(run => run.Groups[1].Value.Split(' ')[0..2]).Select(run => string.Join(' ', run)).ToArray();

        Assert.Equal("infra/scripts/deploy-window.sh", runs[Array.IndexOf(runs, "azd provision") - 1].Split(' ')[0]);
        Assert.Equal("infra/scripts/deploy-window.sh", runs[Array.IndexOf(runs, "azd deploy") - 1].Split(' ')[0]);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    [GeneratedRegex(@"uses: (\S+( # \S+)?)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"^ +(?:- )?run: (\w\S* .*)$", RegexOptions.Multiline)]
    private static partial Regex Runs();
}
