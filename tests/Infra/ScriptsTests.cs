using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Infra;

/// <summary>The scripts beside the templates. Each is run twice: what was done is not done again.</summary>
public sealed partial class ScriptsTests
{
    private static readonly Dictionary<string, string> Test = Settings("test");
    private static readonly Dictionary<string, string> Production = Settings("production");

    [Fact]
    public async Task The_app_registration_is_made_once_with_its_roles_and_demands_assignment()
    {
        using var azure = new FakeAzure("""
              "ad app list"*) cat "$STATE/app" 2> /dev/null || true ;;
              "ad app create"*) echo 11111111 | tee "$STATE/app" ;;
              "ad sp list"*) cat "$STATE/sp" 2> /dev/null || true ;;
              "ad sp create"*) echo 2222 > "$STATE/sp" ;;
            """);

        var answers = new[] { await azure.Run("scripts/app-registration.sh", Test), await azure.Run("scripts/app-registration.sh", Test) };

        Assert.All(answers, answer => Assert.Equal((0, "11111111\n"), (answer.ExitCode, answer.Output)));
        Assert.Single(azure.Calls, call => call.StartsWith("az ad app create", StringComparison.Ordinal));
        Assert.Single(azure.Calls, call => call.StartsWith("az ad sp create", StringComparison.Ordinal));
        Assert.Equal(2, azure.Calls.Count(call => call.Contains("\"appRoleAssignmentRequired\": true", StringComparison.Ordinal)));
        Assert.Equal(2, azure.Calls.Count(call => call.Contains("\"value\": \"staff\"", StringComparison.Ordinal) && call.Contains("\"value\": \"privacy\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Signing_in_asks_nobody_for_a_consent_that_only_an_administrator_may_give()
    {
        using var azure = new FakeAzure("""
              "ad app list"*) echo 11111111 ;;
              "ad sp list"*) cat "$STATE/sp" 2> /dev/null || true ;;
              "ad sp create"*) echo 2222 > "$STATE/sp" ;;
              "ad app permission grant"*) test -f "$STATE/sp" ;;
            """);

        var answer = await azure.Run("scripts/app-registration.sh", Test);

        Assert.Equal(0, answer.ExitCode);
        Assert.Single(azure.Calls, call => call.Trim() == "az ad app permission grant --id 11111111 --api 00000003-0000-0000-c000-000000000000 --scope openid profile offline_access --output none");
        var asked = Assert.Single(azure.Calls, call => call.Contains("requiredResourceAccess", StringComparison.Ordinal));
        Assert.Equal(3, asked.Split("\"type\": \"Scope\"").Length - 1);
    }

    [Fact]
    public async Task The_console_is_where_signing_in_comes_back_to_and_who_deploys_later_needs_no_right_to_say_so()
    {
        using var azure = new FakeAzure("");
        var provisioned = new Dictionary<string, string>(Test) { ["STAFF_CLIENT_ID"] = "11111111", ["BACKEND_URL"] = "https://welwee-test.azurewebsites.net" };

        var first = await azure.Run("scripts/console-address.sh", provisioned);
        var later = await azure.Run("scripts/console-address.sh", new(provisioned) { ["CONSOLE_ADDRESS"] = "https://welwee-test.azurewebsites.net/staff" });

        Assert.Equal((0, 0), (first.ExitCode, later.ExitCode));
        Assert.Contains("\"redirectUris\": [\"https://welwee-test.azurewebsites.net/staff\"]", Assert.Single(azure.Calls, call => call.StartsWith("az rest", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_given_once()
    {
        using var azure = new FakeAzure("""
              "ad sp list"*) echo app ;;
              "ad sp show"*"'staff'"*) echo role ;;
              "ad user show"*) echo person ;;
              "rest --method get"*) if [ -f "$STATE/given" ]; then echo 1; else echo 0; fi ;;
              "rest --method post"*) touch "$STATE/given" ;;
            """);

        await azure.Run("scripts/give-role.sh", Test, "staff", "assistent@example.nl");
        var again = await azure.Run("scripts/give-role.sh", Test, "staff", "assistent@example.nl");
        var unknown = await azure.Run("scripts/give-role.sh", Test, "owner", "assistent@example.nl");

        Assert.Equal((0, "assistent@example.nl is staff.\n"), (again.ExitCode, again.Output));
        Assert.Single(azure.Calls, call => call.StartsWith("az rest --method post", StringComparison.Ordinal));
        Assert.Equal((1, "There is no role owner: it is staff or privacy.\n"), (unknown.ExitCode, unknown.Errors));
    }

    [Fact]
    public async Task The_keys_are_put_once_and_stand_in_no_command()
    {
        using var azure = new FakeAzure("""
              "rest --method get"*) cat "$STATE/names" 2> /dev/null || true ;;
              *"secrets/sendgrid-key"*) echo sendgrid-key >> "$STATE/names" ;;
              *"secrets/subjects-hmac-key"*) echo subjects-hmac-key >> "$STATE/names" ;;
            """);
        var settings = new Dictionary<string, string>(Test) { ["SENDGRID_KEY"] = "SG.secret" };

        var first = await azure.Run("hooks/secrets.sh", settings);
        var second = await azure.Run("hooks/secrets.sh", settings);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(2, azure.Bodies.Count);
        Assert.Equal(2, azure.Calls.Count(call => call.Contains("configreferences/appsettings/refresh", StringComparison.Ordinal)));
        Assert.Contains("""{"properties": {"value": "SG.secret"}}""", azure.Bodies.Select(body => body.Trim()));
        Assert.Contains(azure.Bodies, body => Base64Of32Bytes().IsMatch(body.Split('"')[^2]));
        Assert.DoesNotContain(azure.Calls, call => call.Contains("SG.secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("smtp", "3d@voorbeeld.nl", "smtp-password")]
    [InlineData("smtp", "", "")]
    [InlineData("sendgrid", "", "sendgrid-key")]
    public async Task The_secret_that_the_mail_service_asks_for_is_put_and_no_other(string service, string user, string secret)
    {
        using var azure = new FakeAzure("""  "rest --method get"*) echo subjects-hmac-key ;;""");

        var answer = await azure.Run("hooks/secrets.sh", new(Test) { ["MAIL_SERVICE"] = service, ["SMTP_USER"] = user, ["SMTP_PASSWORD"] = "one", ["SENDGRID_KEY"] = "two" });

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(secret, string.Concat(azure.Calls.Select(call => PutSecret().Match(call).Groups[1].Value)));
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_for_a_password_it_is_said_what_to_do()
    {
        using var azure = new FakeAzure("""  "rest --method get"*) echo subjects-hmac-key ;;""");

        var answer = await azure.Run("hooks/secrets.sh", new(Test) { ["MAIL_SERVICE"] = "smtp", ["SMTP_USER"] = "3d@voorbeeld.nl" });

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("set SMTP_PASSWORD", answer.Errors);
    }

    [Fact]
    public async Task A_secret_may_have_any_character()
    {
        using var azure = new FakeAzure("""  "rest --method get"*) echo subjects-hmac-key ;;""");

        await azure.Run("hooks/secrets.sh", new(Test) { ["SENDGRID_KEY"] = """a"b\c&d/e""" });

        Assert.Equal("""a"b\c&d/e""", (string?)JsonNode.Parse(azure.Bodies.Single())!["properties"]!["value"]);
    }

    [Fact]
    public async Task No_key_is_replaced_when_the_vault_does_not_answer()
    {
        using var azure = new FakeAzure("""  "rest --method get"*) exit 1 ;;""");

        var answer = await azure.Run("hooks/secrets.sh", new(Test) { ["SENDGRID_KEY"] = "SG.secret" });

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Empty(azure.Bodies);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_for_a_key_it_is_said_what_to_do()
    {
        using var azure = new FakeAzure("""  "rest --method get"*) echo subjects-hmac-key ;;""");

        var answer = await azure.Run("hooks/secrets.sh", Test);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("set SENDGRID_KEY", answer.Errors);
    }

    [Fact]
    public async Task The_checkpoints_of_production_are_locked_once()
    {
        using var azure = new FakeAzure("""
              *"immutability-policy show"*"--query state"*) if [ -f "$STATE/locked" ]; then echo Locked; else echo Unlocked; fi ;;
              *"immutability-policy show"*"--query etag"*) echo version1 ;;
              *"immutability-policy lock"*) touch "$STATE/locked" ;;
            """);

        var answers = new[] { await azure.Run("hooks/lock-checkpoints.sh", Production), await azure.Run("hooks/lock-checkpoints.sh", Production) };

        Assert.All(answers, answer => Assert.Equal(0, answer.ExitCode));
        Assert.Single(azure.Calls, call => call.Contains("immutability-policy lock", StringComparison.Ordinal) && call.Contains("--if-match version1", StringComparison.Ordinal));
        Assert.Contains("azd env set CHECKPOINTS_ARE_LOCKED true", azure.Calls.Select(call => call.Trim()));
    }

    [Fact]
    public async Task Those_of_the_test_environment_never_are()
    {
        using var azure = new FakeAzure("");

        var answer = await azure.Run("hooks/lock-checkpoints.sh", Test);

        Assert.Equal(0, answer.ExitCode);
        Assert.Empty(azure.Calls);
    }

    [Theory]
    [InlineData("hooks/preprovision.sh")]
    [InlineData("hooks/secrets.sh")]
    [InlineData("hooks/lock-checkpoints.sh")]
    [InlineData("hooks/subscribe.sh")]
    public async Task Each_question_about_resources_names_the_subscription(string script)
    {
        using var azure = new FakeAzure("""
              "storage account list"*) echo 1 ;;
              "functionapp keys list"*) echo true ;;
              *"immutability-policy show"*) echo Unlocked ;;
            """);

        await azure.Run(script, new(Production) { ["SENDGRID_KEY"] = "SG.secret", ["STAFF_CLIENT_ID"] = "1" });

        Assert.NotEmpty(azure.Calls);
        Assert.All(
            azure.Calls.Where(call => call.StartsWith("az ", StringComparison.Ordinal)),
            call => Assert.Matches("--subscription subscription|/subscriptions/subscription/", call));
    }

    [Fact]
    public async Task There_is_no_third_environment()
    {
        using var azure = new FakeAzure("");

        var answer = await azure.Run("hooks/preprovision.sh", Settings("dev"));

        Assert.Equal((1, "The azd environment must be called test or production, not dev.\n"), (answer.ExitCode, answer.Errors));
    }

    [Fact]
    public async Task The_app_is_told_of_files_once_its_webhook_has_a_key()
    {
        using var azure = new FakeAzure("""
              "functionapp keys list"*) if [ -f "$STATE/asked" ]; then echo true; else touch "$STATE/asked"; echo false; fi ;;
            """);

        var answers = new[] { await azure.Run("hooks/subscribe.sh", Test), await azure.Run("hooks/subscribe.sh", Test) };

        Assert.All(answers, answer => Assert.Equal(0, answer.ExitCode));
        Assert.Equal(2, azure.Calls.Count(call => call.StartsWith("az deployment group create", StringComparison.Ordinal) && call.Contains("infra/subscription.bicepparam", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_app_that_does_not_start_is_told_after_ten_minutes()
    {
        using var azure = new FakeAzure("""  "functionapp keys list"*) echo false ;;""");

        var answer = await azure.Run("hooks/subscribe.sh", Test);

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(19, azure.Calls.Count(call => call == "sleep 30 "));
        Assert.DoesNotContain(azure.Calls, call => call.Contains("deployment group", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0100", "2300", 0)]
    [InlineData("0129", "2329", 0)]
    [InlineData("0130", "2330", 1)]
    [InlineData("0155", "2355", 1)]
    [InlineData("0230", "0130", 1)]
    [InlineData("0200", "0000", 1)]
    [InlineData("0359", "0159", 1)]
    [InlineData("0400", "0259", 1)]
    [InlineData("0400", "0200", 1)]
    [InlineData("0400", "0300", 1)]
    [InlineData("0500", "0400", 0)]
    [InlineData("1200", "1100", 0)]
    public async Task Nothing_is_deployed_in_the_hours_of_the_sweeps(string inAmsterdam, string inUtc, int exitCode)
    {
        using var azure = new FakeAzure("");

        Assert.Equal(exitCode, (await azure.Run("scripts/deploy-window.sh", null, inAmsterdam, inUtc)).ExitCode);
    }

    [GeneratedRegex("^az rest --method put .*/secrets/([a-z-]+)[?]")]
    private static partial Regex PutSecret();

    [GeneratedRegex("^[A-Za-z0-9+/]{43}=$")]
    private static partial Regex Base64Of32Bytes();

    private static Dictionary<string, string> Settings(string environment) => new()
    {
        ["AZURE_ENV_NAME"] = environment,
        ["AZURE_SUBSCRIPTION_ID"] = "subscription",
        ["AZURE_RESOURCE_GROUP"] = $"rg-welwee-{environment}",
        ["FUNCTION_APP_NAME"] = $"welwee-{environment}",
        ["LEDGER_ACCOUNT"] = $"welweeledger{environment}",
        ["VAULT"] = $"vault-welwee-{environment}",
    };
}
