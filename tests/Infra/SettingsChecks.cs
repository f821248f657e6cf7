namespace WelWee3D.Tests.Infra;

/// <summary>That the app is told what it reads and nothing else, everywhere by the same names, and secrets by reference only.</summary>
internal static partial class SettingsChecks
{
    private const string FromVault = "@Microsoft.KeyVault(";

    /// <summary>Read by the Functions host, the runtime and the exporters of telemetry.</summary>
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AzureWebJobsDisableHomepage",
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "DOTNET_TieredPGO", "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG",
    ];

    /// <summary>Set where somebody wants it.</summary>
    private static readonly string[] Optional =
    [
        "Mail__SendGridHost", "Mail__SendGridVerification", "Mail__SmtpHost", "Mail__SmtpPassword", "Mail__SmtpPort", "Mail__SmtpSecurity", "Mail__SmtpUser",
        "OTEL_EXPORTER_OTLP_ENDPOINT", "Subjects__FormerHmacKey", "Subjects__FormerHmacKeyLeaked",
        "Printers__Name", "Printers__Recipient", "Printers__Width", "Printers__Depth", "Printers__Height", "Printers__MostTriangles",
        "Printers__GramsPerCubicCentimetre", "Printers__PricePerGram", "Printers__FixedPrice", "Printers__Currency",
    ];

    /// <summary>On one machine: what the Functions Core Tools ask for, and the accounts, by connection strings of the emulator.</summary>
    private static readonly string[] OfOneMachine = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "Records", "Scans", "Ledger"];


    public static IEnumerable<string> Faults(Deployment made, AppFacts app)
    {
        var set = made.Settings.Select(each => AppFacts.WithoutNumber(each.Key)).ToHashSet();
        var ofTriggers = app.Triggers.SelectMany(each => new[] { $"{Account(each.Account)}__blobServiceUri", $"{Account(each.Account)}__queueServiceUri" });
        var wanted = app.Read.Concat(OfThePlatform).Concat(ofTriggers).Except(OfOneMachine).Except(Optional).ToHashSet();

        return wanted.Except(set).Select(name => $"Setting {name} is read, and not set.")
            .Concat(set.Except(wanted).Except(Optional).Select(name => $"Setting {name} is set, and nothing reads it."))
            .Concat(Differences("docs/deploying.md", app.Documented, [.. set, .. Optional]))
            .Concat(Differences("local.settings.sample.json", Without(app.Sample, OfOneMachine), Without(set, [.. OfThePlatform, .. Optional, .. set.Where(IsOfAccount)])))
            .Concat(Secrets(made));
    }

    private static IEnumerable<string> Differences(string file, IEnumerable<string> named, HashSet<string> set) =>
        set.Except(named).Select(name => $"Setting {name} is set, and {file} does not name it.")
            .Concat(named.Except(set).Select(name => $"{file} names setting {name}, which is not set."));

    private static IEnumerable<string> Secrets(Deployment made)
    {
        foreach (var (name, value) in made.Settings)
        {
            if ((name.EndsWith("Key", StringComparison.Ordinal) || name.EndsWith("Password", StringComparison.Ordinal)) && !$"{value}".StartsWith(FromVault, StringComparison.Ordinal))
                yield return $"Setting {name} is not a reference to the vault.";
            if (SignOfASecret().IsMatch($"{value}"))
                yield return $"Setting {name} holds a secret.";
        }
        foreach (var (name, value) in made.Outputs)
            if (SignOfASecret().IsMatch($"{value}") || $"{value}".Contains("ConnectionString", StringComparison.Ordinal))
                yield return $"Output {name} holds a secret.";
        foreach (var secret in made.Of("Microsoft.KeyVault/vaults/secrets"))
            yield return $"Secret {secret.Name} is in a template.";
    }

    private static HashSet<string> Without(IEnumerable<string> all, IEnumerable<string> some) => [.. all.Except(some)];

    private static bool IsOfAccount(string setting) => setting.Split("__")[0] is Accounts.Records or Accounts.Scans or Accounts.Ledger;

    private static string Account(string held) => char.ToUpperInvariant(held[0]) + held[1..];

    [GeneratedRegex(@"AccountKey=|SharedAccessKey|SharedAccessSignature|[?&]sig=|\blist[A-Z]\w*\(|\bSG\.")]
    private static partial Regex SignOfASecret();
}
