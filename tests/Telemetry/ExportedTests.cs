using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace WelWee3D.Tests.Telemetry;

/// <summary>What is exported follows a request to the letter under one id, and tells of nobody.</summary>
public sealed class ExportedTests(ExportedTests.ExportedDay day) : IClassFixture<ExportedTests.ExportedDay>
{
    [Theory]
    [InlineData("traces", "send letter")]
    [InlineData("metrics", "welwee.messages.received")]
    [InlineData("logs", "The mail service answered 401")]
    public void Nothing_of_her_is_exported_though_all_else_is(string signal, string present)
    {
        var exported = day.Of(signal);

        Assert.Contains(present, exported, StringComparison.Ordinal);
        foreach (var hers in day.Hers)
            Assert.DoesNotContain(hers, exported, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Her_words_went_through_the_app()
    {
        Assert.Contains("Wilhelmina Eksteroord", day.Mailed, StringComparison.Ordinal);
        Assert.Contains("Vertrouwelijk", day.Mailed, StringComparison.Ordinal);
        Assert.Contains("wilhelmina@markering.example", day.Mailed, StringComparison.Ordinal);
        Assert.Contains("98765432", day.Mailed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_is_followed_from_its_request_to_its_letters()
    {
        var request = day.Spans.First(span => span.DisplayName == "function SubmitContactForm" && span.TraceId == day.VisitorsTrace);

        var letters = day.Spans.Where(span => span.DisplayName == "send letter" && span.TraceId == request.TraceId).ToList();

        Assert.Equal([ContactNotice.Name, ContactReceipt.Name], letters.Select(each => $"{each.GetTagItem("welwee.letter.kind")}").Distinct().Order());
        Assert.All(letters, letter => Assert.Equal(request.SpanId, letter.ParentSpanId));
        var run = Assert.Single(letters[0].Links).Context;
        Assert.Contains(day.Spans, span => span.DisplayName == "function SendLetters" && span.SpanId == run.SpanId && span.TraceId != request.TraceId);
    }

    [Fact]
    public void A_file_is_followed_from_its_last_byte_to_the_trigger_and_to_the_letter_that_it_is_no_scan()
    {
        var traces = day.Spans.ToLookup(span => span.TraceId);

        // Another day may be lived beside this one, which nobody followed from its start.
        Assert.Contains(traces, spans =>
            spans.Any(span => $"{span.GetTagItem("welwee.letter.kind")}" == ScanRejectedLetter.Name)
            && spans.Any(span => span.DisplayName == "record scan") && spans.Any(span => span.DisplayName == "function ServeUpload"));
    }

    [Fact]
    public void Of_a_request_its_route_is_told_and_no_address() => Assert.All(
        day.Spans.SelectMany(span => span.TagObjects), tag => Assert.DoesNotMatch("^(url|server|client|network|user_agent)", tag.Key));

    [Fact]
    public void Whatever_a_library_puts_into_a_span_goes_but_for_what_is_known()
    {
        using var library = new ActivitySource(Traces.SourceName);
        using (var span = library.StartActivity($"a library {day.VisitorsTrace}")!)
        {
            foreach (var name in (string[])["url.path", "url.query", "client.address", "user_agent.original", "of.tomorrow", "http.route"])
                span.SetTag(name, "wilhelmina");
            span.SetStatus(ActivityStatusCode.Error, "wilhelmina is not known");
        }

        var told = day.Spans.Single(span => span.DisplayName.EndsWith($"{day.VisitorsTrace}", StringComparison.Ordinal));

        Assert.Equal(["http.route"], told.TagObjects.Select(tag => tag.Key));
        Assert.Equal((ActivityStatusCode.Error, null), (told.Status, told.StatusDescription));
    }

    [Fact]
    public void What_a_stranger_sends_along_goes_nowhere()
    {
        Assert.All(day.Spans, span => Assert.Empty(span.Baggage));
        Assert.All(day.Spans, span => Assert.Null(span.TraceStateString));
    }

    public sealed class ExportedDay : LivelyDay, IAsyncLifetime
    {
        private readonly ConcurrentQueue<Activity> spans = [];
        private Collector collector = null!;

        /// <summary>As they are exported.</summary>
        public IReadOnlyList<Activity> Spans => [.. spans];

        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };

        public string Of(string signal) => collector.Of(signal);

        protected override void Watch(IServiceCollection services) => services.ConfigureOpenTelemetryTracerProvider(
            traces => traces.AddProcessor(new SimpleActivityExportProcessor(new Kept(spans))));

        async Task IAsyncLifetime.InitializeAsync()
        {
            collector = await Collector.Start();
            await InitializeAsync();
            await Live();
            World.Get<TracerProvider>().ForceFlush();
            World.Get<MeterProvider>().ForceFlush();
            World.Get<LoggerProvider>().ForceFlush();
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            await collector.DisposeAsync();
        }

        private sealed class Kept(ConcurrentQueue<Activity> spans) : BaseExporter<Activity>
        {
            public override ExportResult Export(in Batch<Activity> batch)
            {
                foreach (var span in batch)
                    spans.Enqueue(span);
                return ExportResult.Success;
            }
        }
    }
}
