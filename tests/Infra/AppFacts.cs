using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace WelWee3D.Tests.Infra;

/// <summary>What the app says of itself, for its deployment to be held against.</summary>
/// <param name="Read">The settings that it reads, as an environment names them; those of a list without a number.</param>
/// <param name="Sample">The settings of <c>local.settings.sample.json</c>.</param>
/// <param name="Documented">The settings in the table of <c>docs/deploying.md</c>.</param>
/// <param name="Tables">What its slices register: <c>records/Orders</c>.</param>
/// <param name="Containers">The same: <c>scans/scans</c>.</param>
/// <param name="Queues">The same: <c>scans/webjobs-blobtrigger-poison</c>.</param>
/// <param name="Triggers">The containers that it listens to.</param>
/// <param name="Links">The routes that have a secret in their path.</param>
/// <param name="LongestKept">After how many days no rule and no hold keeps a scan.</param>
/// <param name="Figures">What its meter counts.</param>
/// <param name="Sections">The sections of <c>docs/operating.md</c>, as their addresses.</param>
internal sealed partial record AppFacts(
    IReadOnlySet<string> Read,
    IReadOnlySet<string> Sample,
    IReadOnlySet<string> Documented,
    IReadOnlySet<string> Tables,
    IReadOnlySet<string> Containers,
    IReadOnlySet<string> Queues,
    IReadOnlyList<(string Account, string Container)> Triggers,
    IReadOnlyList<string> Links,
    int LongestKept,
    JsonNode HostJson,
    IReadOnlySet<string> Figures,
    IReadOnlySet<string> Sections)
{
    /// <summary>
    /// Without these the app does not start, or does not look into a section. They are no connection strings: those are for the
    /// emulator.
    /// </summary>
    private static readonly Dictionary<string, string?> Required = new()
    {
        ["Records:tableServiceUri"] = "https://records",
        ["Records:blobServiceUri"] = "https://records",
        ["Scans:blobServiceUri"] = "https://scans",
        ["Scans:queueServiceUri"] = "https://scans",
        ["Ledger:tableServiceUri"] = "https://ledger",
        ["Ledger:blobServiceUri"] = "https://ledger",
        ["Staff:Authority"] = "https://staff",
        ["Staff:Audience"] = "staff",
        ["Mail:SendGridKey"] = "key",
        ["Mail:From"] = "from@voorbeeld.nl",
        ["Mail:Practice"] = "practice@voorbeeld.nl",
        ["Mail:AppAddress"] = "https://app.voorbeeld.nl",
        ["Contact:RequireProof"] = "true",
        ["Printers:0:Name"] = "printer",
        ["Printers:0:Width"] = "300",
        ["Printers:0:Depth"] = "300",
        ["Printers:0:Height"] = "300",
        ["Printers:0:MostTriangles"] = "1000000",
        ["Printers:0:GramsPerCubicCentimetre"] = "1",
        ["Recipients:Hosting"] = "Microsoft Azure",
        ["Visits:PerMinute"] = "600",
        ["Quotes:OneStopShop"] = "false",
        ["Subjects:HmacKey"] = Convert.ToBase64String(new byte[32]),
    };

    private static readonly Lazy<AppFacts> Found = new(Find);

    public static AppFacts OfCode => Found.Value;

    public static string WithoutNumber(string setting) => Number().Replace(setting, "");

    private static AppFacts Find()
    {
        var read = new ReadSettings(Required);
        var configuration = new ConfigurationRoot([read]);
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IConfiguration>(configuration).AddWelWee3D(configuration);
        using var app = services.BuildServiceProvider();
        var figures = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => figures.Add(instrument.Name) };
        listener.Start();
        MakeAll(services, app);
        return new(
            read.Leaves(),
            Names(JsonNode.Parse(Text("local.settings.sample.json"))!["Values"]!.AsObject().Select(each => each.Key)),
            Names(SettingsOfDocs(Text("docs/deploying.md"))),
            app.GetServices<StoredTable>().Select(table => $"{Lower(table.Account)}/{table.Name}").ToHashSet(),
            app.GetServices<StoredContainer>().Select(container => $"{Lower(container.Account)}/{container.Name}").ToHashSet(),
            app.GetServices<StoredMessages>().Select(queue => $"{Lower(queue.Account)}/{queue.Name}").ToHashSet(),
            [.. new FunctionCatalog(typeof(Services).Assembly).With<BlobTriggerAttribute>()
                .Select(each => (Lower(each.Trigger.Connection!), each.Trigger.BlobPath.Split('/')[0]))],
            [.. new FunctionCatalog(typeof(Services).Assembly).With<HttpTriggerAttribute>().Select(each => each.Trigger.Route!)
                .Where(route => route.Contains("{token}", StringComparison.Ordinal)).Distinct()],
            LongestScan(),
            JsonNode.Parse(Text("host.json"))!,
            figures.Where(name => name.StartsWith("welwee.", StringComparison.Ordinal)).ToHashSet(),
            Heading().Matches(Text("docs/operating.md")).Select(heading => Address(heading.Groups[1].Value)).ToHashSet());
    }

    /// <summary>Makes everything that reads settings: the services, the functions and the options.</summary>
    private static void MakeAll(ServiceCollection services, ServiceProvider app)
    {
        var own = typeof(Services).Assembly;
        foreach (var type in services.Select(service => service.ServiceType).Where(type => type.Assembly == own).Distinct())
            Assert.NotEmpty(app.GetServices(type));
        foreach (var function in own.GetExportedTypes().Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), false))))
            ActivatorUtilities.CreateInstance(app, function);
        foreach (var options in services.Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            .Select(type => type.GenericTypeArguments[0]).Where(type => type.Assembly == own).Distinct())
        {
            var asked = typeof(IOptions<>).MakeGenericType(options);
            asked.GetProperty(nameof(IOptions<object>.Value))!.GetValue(app.GetRequiredService(asked));
        }
    }

    // A hold that is placed on the last day of the longest term; no year has more days than a leap year's four share.
    private static int LongestScan()
    {
        var longest = new[] { RetentionSchedule.ScanWithConsent, RetentionSchedule.ScanNeverShipped, RetentionSchedule.ScanWithoutConsent, RetentionSchedule.RejectedFile }
            .Max(rule => rule.Term.Years) + OrderRules.LongestHold;
        return Enumerable.Range(2024, 4).Max(year => new DateOnly(year, 1, 1).AddYears(longest).DayNumber - new DateOnly(year, 1, 1).DayNumber);
    }

    private static IEnumerable<string> SettingsOfDocs(string page)
    {
        var section = page[page.IndexOf("\n## Settings", StringComparison.Ordinal)..];
        return FirstColumn().Matches(section[..section.IndexOf("\n## ", 5, StringComparison.Ordinal)])
            .SelectMany(row => Code().Matches(row.Groups[1].Value))
            .Select(code => code.Groups[1].Value);
    }

    private static HashSet<string> Names(IEnumerable<string> settings) => [.. settings.Select(WithoutNumber)];

    private static string Address(string heading) => NotInAddress().Replace(Lower(heading), "").Replace(' ', '-');

    private static string Text(string file) => File.ReadAllText(Path.Combine(Source.Root, file));

    private static string Lower(string text) => text.ToLowerInvariant();

    [GeneratedRegex("__[0-9]+(?=__|$)")]
    private static partial Regex Number();

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 -]")]
    private static partial Regex NotInAddress();

    [GeneratedRegex(@"^\| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex FirstColumn();

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();

    /// <summary>Notes what is asked for.</summary>
    private sealed class ReadSettings : ConfigurationProvider
    {
        private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.OrdinalIgnoreCase);

        public ReadSettings(Dictionary<string, string?> values)
        {
            foreach (var (key, value) in values)
                Data[key] = value;
        }

        public override bool TryGet(string key, out string? value)
        {
            asked[key] = true;
            return base.TryGet(key, out value);
        }

        /// <summary>What was asked for, without the sections that it is in.</summary>
        public HashSet<string> Leaves() =>
        [
            .. asked.Keys
                .Where(key => !asked.Keys.Any(other => other.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase)))
                .Select(key => WithoutNumber(key.Replace(":", "__", StringComparison.Ordinal))),
        ];
    }
}
