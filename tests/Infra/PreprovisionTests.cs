namespace WelWee3D.Tests.Infra;

/// <summary>What is found out before each deployment: what is there already decides, not what was noted once.</summary>
public sealed class PreprovisionTests
{
    private const string Nothing = """
          "storage account list"*) echo 0 ;;
          "keyvault list-deleted"*) echo 0 ;;
          "group exists"*) echo false ;;
        """;

    private static readonly Dictionary<string, string> Production = new()
    {
        ["AZURE_ENV_NAME"] = "production", ["AZURE_SUBSCRIPTION_ID"] = "subscription", ["NAME_PREFIX"] = "welwee", ["STAFF_CLIENT_ID"] = "1",
    };

    [Theory]
    [InlineData("0", "", "", "false")]
    [InlineData("1", "0", "", "false")]
    [InlineData("1", "1", "Unlocked", "false")]
    [InlineData("1", "1", "Locked", "true")]
    public async Task A_policy_that_is_locked_is_left_out_of_the_next_deployment(string accounts, string containers, string state, string leftOut)
    {
        using var azure = new FakeAzure($"""
              "storage account list"*) echo {accounts} ;;
              "storage container-rm list"*) echo {containers} ;;
              "storage container-rm show"*) if [ {containers} = 0 ]; then exit 3; fi; echo {state} ;;
            """);

        var answer = await azure.Run("hooks/preprovision.sh", Production);

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains($"azd env set CHECKPOINTS_ARE_LOCKED {leftOut}", Set(azure));
    }

    [Theory]
    [InlineData("account list")]
    [InlineData("container-rm list")]
    [InlineData("container-rm show")]
    public async Task What_cannot_be_looked_up_is_not_taken_to_be_unlocked(string question)
    {
        using var azure = new FakeAzure($"""
              "storage {question}"*) exit 1 ;;
              "storage account list"*|"storage container-rm list"*) echo 1 ;;
            """);

        var answer = await azure.Run("hooks/preprovision.sh", Production);

        Assert.NotEqual(0, answer.ExitCode);
        Assert.DoesNotContain(Set(azure), call => call.Contains("CHECKPOINTS_ARE_LOCKED", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", "false")]
    [InlineData("1", "true")]
    public async Task A_vault_that_was_deleted_is_brought_back(string deleted, string recovered)
    {
        using var azure = new FakeAzure($"""
              "keyvault list-deleted"*"vault-welwee-production"*) echo {deleted} ;;
            {Nothing}
            """);

        await azure.Run("hooks/preprovision.sh", Production);

        Assert.Contains($"azd env set VAULT_IS_RECOVERED {recovered}", Set(azure));
    }

    [Fact]
    public async Task A_budget_keeps_the_month_that_it_was_made_in()
    {
        using var azure = new FakeAzure($"""
              "group exists"*) echo true ;;
              "rest --method get"*"resourceGroups/rg-welwee-production/providers/Microsoft.Consumption/budgets"*) echo 2026-01-01T00:00:00Z ;;
            {Nothing}
            """);

        await azure.Run("hooks/preprovision.sh", Production);

        Assert.Contains("azd env set BUDGET_FROM 2026-01-01", Set(azure));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task One_that_is_not_there_begins_this_month_whatever_was_noted_before(string groupIsThere)
    {
        using var azure = new FakeAzure($"""
              "group exists"*) echo {groupIsThere} ;;
            {Nothing}
            """);

        await azure.Run("hooks/preprovision.sh", new(Production) { ["BUDGET_FROM"] = "2020-01-01" });

        var set = Assert.Single(Set(azure), call => call.Contains("BUDGET_FROM", StringComparison.Ordinal));
        Assert.Matches("^azd env set BUDGET_FROM 20[0-9]{2}-[0-9]{2}-01$", set);
        Assert.DoesNotContain("2020", set);
    }

    [Fact]
    public async Task A_registration_that_is_new_has_yet_to_be_told_where_the_console_is()
    {
        using var azure = new FakeAzure($"""
              "ad app list"*) echo 11111111 ;;
              "ad sp list"*) echo 2222 ;;
            {Nothing}
            """);

        await azure.Run("hooks/preprovision.sh", new(Production) { ["STAFF_CLIENT_ID"] = "", ["CONSOLE_ADDRESS"] = "https://welwee-production.azurewebsites.net/staff" });

        Assert.Equal(["azd env set STAFF_CLIENT_ID 11111111", "azd env set CONSOLE_ADDRESS"], Set(azure).Take(2));
    }

    [Fact]
    public async Task One_that_is_known_is_left_alone_by_whoever_may_not_change_it()
    {
        using var azure = new FakeAzure(Nothing);

        await azure.Run("hooks/preprovision.sh", Production);

        Assert.DoesNotContain(azure.Calls, call => call.StartsWith("az ad", StringComparison.Ordinal) || call.Contains("CONSOLE_ADDRESS", StringComparison.Ordinal));
    }

    private static string[] Set(FakeAzure azure) => [.. azure.Calls.Where(call => call.StartsWith("azd", StringComparison.Ordinal)).Select(call => call.Trim())];
}
