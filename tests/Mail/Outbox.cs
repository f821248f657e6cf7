using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WelWee3D.Tests.Staff;

namespace WelWee3D.Tests.Mail;

/// <summary>The outbox, with a clock, a far end, and a kind of letter of its own.</summary>
internal sealed class Outbox
{
    public static readonly Letter Note = new("note", "one");

    private readonly CountingTransport transport = new();

    public Outbox(OwnStorage storage) => Letters = new(new StorageAccounts(storage.Settings, transport), Clock);

    public SetClock Clock { get; } = new(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public SendGridStandIn SendGrid { get; } = new();

    public Notes Records { get; } = new() { Names = { "one" } };

    public Letters Letters { get; }

    public int StorageCalls => transport.Calls;

    public Task Send()
    {
        var options = Options.Create(new MailOptions { From = "from@voorbeeld.nl", Practice = "practice@voorbeeld.nl" });
        var delivery = new LetterDelivery(
            Letters, [Records, new UndeliveredLetter(options)], SendGrid.Client(), options, Clock, NullLogger<LetterDelivery>.Instance);
        return new SendLetters(Letters, delivery).Run(new TimerInfo(), default);
    }

    public async Task<List<WaitingLetter>> Ready()
    {
        var ready = new List<WaitingLetter>();
        await foreach (var letter in Letters.Ready(default))
            ready.Add(letter);
        return ready;
    }

    public static string? To(JsonElement mail) =>
        mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString();

    public static string Text(JsonElement mail) => mail.GetProperty("content")[0].GetProperty("value").GetString()!;

    /// <summary>A slice with letters: there are records by these names.</summary>
    internal sealed class Notes : ILetterRenderer
    {
        public HashSet<string> Names { get; } = [];

        public string Kind => "note";

        public Task<RenderedLetter?> Render(string reference, CancellationToken cancellation) =>
            reference == "faulty" ? throw new InvalidOperationException("a fault")
            : Task.FromResult(Names.Contains(reference)
                ? new RenderedLetter("to@bücher.example", reference, new LetterBody("nl", reference), "reply@bücher.example")
                : null);
    }

    private sealed class CountingTransport : HttpPipelineTransport
    {
        private int calls;

        public int Calls => calls;

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Interlocked.Increment(ref calls);
            return HttpClientTransport.Shared.ProcessAsync(message);
        }
    }
}
