using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WelWee3D.Mail;
using WelWee3D.Storage;
using WelWee3D.Tests.Staff;

namespace WelWee3D.Tests.Mail;

public sealed class OutboxTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private static readonly Letter Note = new("note", "one");

    private readonly SetClock clock = new(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private readonly SendGridStandIn sendGrid = new();
    private readonly Records records = new() { Names = { "one" } };

    private Letters Outbox => field ??= new(new StorageAccounts(storage.Settings), clock);

    public Task InitializeAsync() => storage.Clear(Letters.TableName);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_letter_goes_out_once()
    {
        await Outbox.Add(Note, default);

        await Send();
        await Send();

        Assert.Equal(["one"], sendGrid.Subjects);
    }

    [Fact]
    public async Task A_letter_added_twice_goes_out_once()
    {
        await Outbox.Add(Note, default);
        await Outbox.Add(Note, default);
        await Send();
        await Outbox.Add(Note, default);
        await Send();

        Assert.Equal(["one"], sendGrid.Subjects);
    }

    [Fact]
    public async Task Of_a_sent_letter_only_a_mark_is_left_and_that_for_an_hour()
    {
        await Outbox.Add(Note, default);
        await Send();

        clock.Move(TimeSpan.FromMinutes(59));
        await Send();
        Assert.Single(await storage.Rows(Letters.TableName));

        clock.Move(TimeSpan.FromMinutes(1));
        await Send();
        Assert.Empty(await storage.Rows(Letters.TableName));
    }

    [Fact]
    public async Task What_waits_holds_nothing_of_the_letter()
    {
        await Outbox.Add(Note, default);

        var row = Assert.Single(await storage.Rows(Letters.TableName));
        Assert.Equal("one|note", row.RowKey);
        Assert.Equal(["AddedAt", "Failures", "IsSent", "LookAt"], row.Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"]).Order());
    }

    [Fact]
    public async Task Two_timers_at_once_send_every_letter_once()
    {
        var names = Enumerable.Range(0, 20).Select(number => $"letter{number:00}").ToList();
        foreach (var name in names)
        {
            records.Names.Add(name);
            await Outbox.Add(new("note", name), default);
        }

        await Task.WhenAll(Send(), Send(), Send());

        Assert.Equal(names, sendGrid.Subjects.Order());
    }

    [Fact]
    public async Task A_claim_is_held_by_one_and_lapses_after_five_minutes()
    {
        await Outbox.Add(Note, default);
        var seen = Assert.Single(await Ready());

        Assert.NotNull(await Outbox.Claim(seen, default));
        Assert.Null(await Outbox.Claim(seen, default));
        Assert.Empty(await Ready());

        clock.Move(TimeSpan.FromMinutes(5));
        Assert.Single(await Ready());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_letter_that_failed_waits_longer_each_time(HttpStatusCode? answer)
    {
        sendGrid.Answer = _ => answer;
        await Outbox.Add(Note, default);
        await Send();

        foreach (var pause in (int[])[1, 2, 4])
        {
            var sent = sendGrid.Received.Count;
            clock.Move(TimeSpan.FromMinutes(pause) - TimeSpan.FromSeconds(1));
            await Send();
            Assert.Equal(sent, sendGrid.Received.Count);

            clock.Move(TimeSpan.FromSeconds(1));
            await Send();
            Assert.Equal(sent + 1, sendGrid.Received.Count);
        }
    }

    [Fact]
    public async Task After_a_day_a_letter_is_given_up_and_the_practice_is_told()
    {
        sendGrid.Answer = subject => subject == "one" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted;
        await Outbox.Add(Note, default);
        await Send();

        clock.Move(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await Send();
        Assert.All(sendGrid.Subjects, subject => Assert.Equal("one", subject));

        clock.Move(TimeSpan.FromHours(1));
        await Send();
        await Send();

        Assert.Equal("practice@voorbeeld.nl", To(sendGrid.Received.Last()));
        Assert.Contains("Soort: note\nKenmerk: one\n", Text(sendGrid.Received.Last()), StringComparison.Ordinal);
        Assert.Contains(await storage.Rows(Letters.TableName), row => row is { PartitionKey: "undeliverable", RowKey: "one|note" });
        Assert.Empty(await Ready());
    }

    [Fact]
    public async Task A_letter_that_is_itself_at_fault_is_given_up_at_once()
    {
        sendGrid.Answer = subject => subject == "one" ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;
        await Outbox.Add(Note, default);

        await Send();
        await Send();

        Assert.Equal(["one", "Niet bezorgd: een brief van Wel & Wee – 3D"], sendGrid.Subjects);
    }

    [Fact]
    public async Task A_report_that_cannot_be_delivered_is_not_reported()
    {
        sendGrid.Answer = _ => HttpStatusCode.BadRequest;
        await Outbox.Add(Note, default);

        await Send();
        await Send();
        await Send();

        Assert.Equal(2, sendGrid.Received.Count);
        Assert.Empty(await Ready());
    }

    [Fact]
    public async Task A_letter_waits_ten_minutes_for_its_record()
    {
        await Outbox.Add(new("note", "late"), default);
        await Send();

        clock.Move(TimeSpan.FromMinutes(9));
        records.Names.Add("late");
        await Send();

        Assert.Equal(["late"], sendGrid.Subjects);
    }

    [Fact]
    public async Task Without_its_record_a_letter_is_dropped_and_nobody_is_told()
    {
        await Outbox.Add(new("note", "never"), default);
        await Send();
        Assert.Single(await storage.Rows(Letters.TableName));

        clock.Move(TimeSpan.FromMinutes(10));
        await Send();

        Assert.Empty(sendGrid.Received);
        Assert.Empty(await storage.Rows(Letters.TableName));
    }

    [Fact]
    public async Task A_letter_added_again_waits_for_its_record_anew()
    {
        await Outbox.Add(new("note", "late"), default);
        var seen = Assert.Single(await Ready());
        clock.Move(TimeSpan.FromMinutes(10));

        await Outbox.Add(new("note", "late"), default);
        await Outbox.Remove(seen, default);
        await Send();

        Assert.Single(await storage.Rows(Letters.TableName));
    }

    [Fact]
    public async Task A_fault_in_one_letter_stops_no_other_and_reaches_the_host()
    {
        records.Names.Add("two");
        await Outbox.Add(new("note", "faulty"), default);
        await Outbox.Add(new("unknown", "one"), default);
        await Outbox.Add(Note, default);
        await Outbox.Add(new("note", "two"), default);

        var faults = await Assert.ThrowsAsync<AggregateException>(Send);

        Assert.Equal(2, faults.InnerExceptions.Count);
        Assert.Equal(["one", "two"], sendGrid.Subjects.Order());

        await Send();
        clock.Move(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<AggregateException>(Send);
    }

    [Fact]
    public async Task Sender_reply_address_and_both_forms_of_the_text_are_sent()
    {
        await Outbox.Add(Note, default);
        await Send();

        var mail = Assert.Single(sendGrid.Received);
        Assert.Equal("from@voorbeeld.nl", mail.GetProperty("from").GetProperty("email").GetString());
        Assert.Equal("reply@xn--bcher-kva.example", mail.GetProperty("reply_to").GetProperty("email").GetString());
        Assert.Equal("to@xn--bcher-kva.example", To(mail));
        Assert.Equal(["text/plain", "text/html"], mail.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()));
    }

    private static string? To(JsonElement mail) =>
        mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString();

    private static string Text(JsonElement mail) => mail.GetProperty("content")[0].GetProperty("value").GetString()!;

    private async Task<List<WaitingLetter>> Ready()
    {
        var ready = new List<WaitingLetter>();
        await foreach (var letter in Outbox.Ready(default))
            ready.Add(letter);
        return ready;
    }

    private Task Send()
    {
        var options = Options.Create(new MailOptions { From = "from@voorbeeld.nl", Practice = "practice@voorbeeld.nl" });
        var delivery = new LetterDelivery(
            Outbox, [records, new UndeliveredLetter(options)], sendGrid.Client(), options, clock, NullLogger<LetterDelivery>.Instance);
        return new SendLetters(Outbox, delivery).Run(new TimerInfo(), default);
    }

    /// <summary>A slice with letters of its own.</summary>
    private sealed class Records : ILetterRenderer
    {
        public HashSet<string> Names { get; } = [];

        public string Kind => "note";

        public Task<RenderedLetter?> Render(string reference, CancellationToken cancellation) =>
            reference == "faulty" ? throw new InvalidOperationException("a fault")
            : Task.FromResult(Names.Contains(reference)
                ? new RenderedLetter("to@bücher.example", reference, new LetterBody("nl", reference), "reply@bücher.example")
                : null);
    }
}
