using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace WelWee3D.Tests.Telemetry;

/// <summary>All that a whole host writes into its logs, what the frameworks write too, names nobody.</summary>
public sealed class LoggedTests(LoggedTests.LoggedDay day) : IClassFixture<LoggedTests.LoggedDay>
{
    [Fact]
    public void Nothing_of_her_is_in_any_log()
    {
        foreach (var hers in day.Hers)
            Assert.DoesNotContain(day.Logged, line => line.Contains(hers, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void What_failed_is_there_with_its_exceptions()
    {
        Assert.Contains(day.Logged, line => line.Contains("was answered with 503", StringComparison.Ordinal) && line.Contains("RequestFailedException", StringComparison.Ordinal));
        Assert.Contains(day.Logged, line => line.Contains("The mail service answered 401", StringComparison.Ordinal));
        Assert.Contains(day.Logged, line => line.Contains("The mail service did not answer", StringComparison.Ordinal));
    }

    [Fact]
    public void Her_words_went_through_the_app_and_the_search_finds_what_is_logged()
    {
        Assert.Contains("Wilhelmina Eksteroord", day.Mailed, StringComparison.Ordinal);
        Assert.Contains("Vertrouwelijk", day.Mailed, StringComparison.Ordinal);
        Assert.All(day.Hers, Assert.NotEmpty);

        Say(day.World.Get<ILoggerFactory>().CreateLogger("elsewhere"), day.Hers.First(), null);

        Assert.Contains(day.Look(), line => line.Contains(day.Hers.First(), StringComparison.OrdinalIgnoreCase));
    }

    private static readonly Action<ILogger, string, Exception?> Say = LoggerMessage.Define<string>(LogLevel.Information, new(1), "She is {Name}");

    public sealed class LoggedDay : LivelyDay, IAsyncLifetime
    {
        /// <summary>What was logged until the day was over.</summary>
        public IReadOnlyList<string> Logged { get; private set; } = [];

        /// <summary>All from Information on: the message, each of its values, the scopes around it, and the exception.</summary>
        public IReadOnlyList<string> Look() => [.. World.Services.GetFakeLogCollector().GetSnapshot().Select(record => string.Join(
            '\n',
            [
                record.Category, record.Message, .. (record.StructuredState ?? []).Select(each => $"{each.Key}={each.Value}"),
                .. record.Scopes.Select(scope => scope is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : $"{scope}"),
                $"{record.Exception}",
            ]))];

        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

        protected override void Watch(IServiceCollection services) =>
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddFakeLogging());

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await Live();
            Logged = Look();
        }
    }
}
