using SendGrid;

namespace WelWee3D.Tests.Mail;

/// <summary>The outbox of an app that has one kind of letter more, and a far end of a test's own.</summary>
public abstract class Outbox : OwnWorld
{
    private protected static readonly Letter Note = new("note", "one");

    private protected SendGridStandIn SendGrid { get; } = new();

    private protected Notes Records { get; } = new() { Names = { "one" } };

    private protected Letters Letters => world.Get<Letters>();

    protected override WorldOptions Options => new()
    {
        Services = services => services.AddSingleton<ISendGridClient>(SendGrid.Client()).AddSingleton<ILetterRenderer>(Records),
    };

    private protected Task Send() => world.Function<SendLetters>().Run(new TimerInfo(), default);

    private protected async Task<List<WaitingLetter>> Ready()
    {
        var ready = new List<WaitingLetter>();
        await foreach (var letter in Letters.Ready(default))
            ready.Add(letter);
        return ready;
    }

    private protected static string? To(JsonElement mail) =>
        mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString();

    private protected static string Text(JsonElement mail) => mail.GetProperty("content")[0].GetProperty("value").GetString()!;

    /// <summary>A slice with letters: there are records by these names.</summary>
    internal sealed class Notes : ILetterRenderer
    {
        public HashSet<string> Names { get; } = [];

        public List<(bool Sent, DateTimeOffset At)> Told { get; } = [];

        public string Kind => "note";

        public Task Delivered(string reference, bool sent, DateTimeOffset at, CancellationToken cancellation)
        {
            Told.Add((sent, at));
            return Task.CompletedTask;
        }

        public Task<RenderedLetter?> Render(string reference, CancellationToken cancellation) =>
            reference == "faulty" ? throw new InvalidOperationException("a fault")
            : Task.FromResult(Names.Contains(reference)
                ? new RenderedLetter("to@bücher.example", reference, new LetterBody("nl", reference), "reply@bücher.example")
                : null);
    }
}
