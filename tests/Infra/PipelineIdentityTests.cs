namespace WelWee3D.Tests.Infra;

/// <summary>The identity by which GitHub deploys: what it may do, and that it is made once.</summary>
public sealed partial class PipelineIdentityTests
{
    private static readonly Dictionary<string, string> Settings = new() { ["AZURE_SUBSCRIPTION_ID"] = "subscription" };

    [Fact]
    public async Task The_pipeline_may_give_and_take_the_roles_of_the_templates_to_apps_and_no_other()
    {
        using var azure = new FakeAzure("""
              "ad app list"*) echo 11111111 ;;
              "ad sp list"*) echo 2222 ;;
            """);

        await azure.Run("scripts/pipeline-identity.sh", Settings, "production", "practice/backend");

        var given = azure.Calls.Where(call => call.StartsWith("az role assignment create", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, given.Length);
        Assert.Contains("--role Contributor ", given[0]);
        var condition = given[1][given[1].IndexOf("--condition ", StringComparison.Ordinal)..];
        var may = MayGive().Matches(condition);
        Assert.Equal([("write", "Request"), ("delete", "Resource")], may.Select(each => (each.Groups["action"].Value, each.Groups["of"].Value)));
        var roles = new Deployment(InfraChecks.Snapshot("main.production")).Roles.Select(each => each.Role).Distinct().Order();
        Assert.All(may, each => Assert.Equal(roles, each.Groups["roles"].Value.Split(", ").Select(BuiltInRole.NameOf).Order()));
    }

    [Fact]
    public async Task The_pipelines_identity_is_made_once_and_a_role_without_the_condition_is_replaced()
    {
        using var azure = new FakeAzure("""
              "ad app list"*) cat "$STATE/app" 2> /dev/null || true ;;
              "ad app create"*) echo 11111111 | tee "$STATE/app" ;;
              "ad sp list"*) cat "$STATE/sp" 2> /dev/null || true ;;
              "ad sp create"*) echo 2222 | tee "$STATE/sp" ;;
              "ad app federated-credential list"*) cat "$STATE/github" 2> /dev/null || true ;;
              "ad app federated-credential create"*) echo github > "$STATE/github" ;;
              "role assignment list"*"Contributor"*) cat "$STATE/contributor" 2> /dev/null || true ;;
              "role assignment list"*"Administrator"*) cat "$STATE/administrator" 2> /dev/null || true ;;
              "role assignment create"*"--role Contributor"*) echo one > "$STATE/contributor" ;;
              "role assignment create"*"--condition "*) echo two > "$STATE/administrator" ;;
              "role assignment delete"*) rm "$STATE/administrator" ;;
            """);

        foreach (var _ in (string[])["first", "again"])
            Assert.Equal((0, "11111111\n"), await Answer(azure));

        Assert.Single(azure.Calls, call => call.StartsWith("az ad app create", StringComparison.Ordinal));
        Assert.Single(azure.Calls, call => call.StartsWith("az ad sp create", StringComparison.Ordinal));
        Assert.Single(azure.Calls, call => call.Contains("repo:practice/backend:environment:production", StringComparison.Ordinal) && call.Contains("create", StringComparison.Ordinal));
        Assert.Single(azure.Calls, call => call.Contains("--role Contributor", StringComparison.Ordinal) && call.Contains("create", StringComparison.Ordinal));
        Assert.Single(azure.Calls, call => call.Trim() == "az role assignment delete --ids two");

        static async Task<(int, string)> Answer(FakeAzure azure)
        {
            var answer = await azure.Run("scripts/pipeline-identity.sh", Settings, "production", "practice/backend");
            return (answer.ExitCode, answer.Output);
        }
    }

    [Fact]
    public async Task That_of_what_if_looks_and_may_do_nothing()
    {
        using var azure = new FakeAzure("""
              "ad app list"*) echo 11111111 ;;
              "ad sp list"*) echo 2222 ;;
            """);

        await azure.Run("scripts/pipeline-identity.sh", Settings, "what-if", "practice/backend");

        var definition = Assert.Single(azure.Calls, call => call.StartsWith("az role definition create", StringComparison.Ordinal));
        Assert.Contains("""["Microsoft.Resources/deployments/whatIf/action", "Microsoft.Resources/deployments/validate/action"]""", definition);
        Assert.Equal(["Reader", "WelWee3D what-if"], azure.Calls.Where(call => call.StartsWith("az role assignment create", StringComparison.Ordinal))
            .Select(call => call.Split("--role ")[1].Split(" --output")[0]));
    }

    [GeneratedRegex(@"\(!\(ActionMatches\{'Microsoft\.Authorization/roleAssignments/(?<action>\w+)'\}\) OR \(@(?<of>\w+)\[Microsoft\.Authorization/roleAssignments:RoleDefinitionId\] ForAnyOfAnyValues:GuidEquals \{(?<roles>[^}]*)\} AND @\k<of>\[Microsoft\.Authorization/roleAssignments:PrincipalType\] ForAnyOfAnyValues:StringEqualsIgnoreCase \{'ServicePrincipal'\}\)\)")]
    private static partial Regex MayGive();
}
