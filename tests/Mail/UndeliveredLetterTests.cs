using System.Net;

namespace WelWee3D.Tests.Mail;

public sealed class UndeliveredLetterTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private readonly Outbox outbox = new(storage);

    public Task InitializeAsync() => storage.Clear(Letters.TableName);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(null)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_letter_that_failed_waits_longer_each_time(HttpStatusCode? answer)
    {
        outbox.SendGrid.Answer = _ => answer;
        await outbox.Letters.Add(Outbox.Note, default);
        await outbox.Send();

        foreach (var pause in (int[])[1, 2, 4])
        {
            var sent = outbox.SendGrid.Received.Count;
            outbox.Clock.Move(TimeSpan.FromMinutes(pause) - TimeSpan.FromSeconds(1));
            await outbox.Send();
            Assert.Equal(sent, outbox.SendGrid.Received.Count);

            outbox.Clock.Move(TimeSpan.FromSeconds(1));
            await outbox.Send();
            Assert.Equal(sent + 1, outbox.SendGrid.Received.Count);
        }
    }

    [Fact]
    public async Task After_a_day_a_letter_is_given_up_and_the_practice_is_told()
    {
        outbox.SendGrid.Answer = subject => subject == "one" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted;
        await outbox.Letters.Add(Outbox.Note, default);
        await outbox.Send();

        outbox.Clock.Move(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await outbox.Send();
        Assert.All(outbox.SendGrid.Subjects, subject => Assert.Equal("one", subject));

        outbox.Clock.Move(TimeSpan.FromHours(1));
        await outbox.Send();
        await outbox.Send();

        Assert.Equal("practice@voorbeeld.nl", Outbox.To(outbox.SendGrid.Received.Last()));
        Assert.Contains("Soort: note\nKenmerk: one\n", Outbox.Text(outbox.SendGrid.Received.Last()), StringComparison.Ordinal);
        Assert.Contains(await storage.Rows(Letters.TableName), row => row is { PartitionKey: "undeliverable", RowKey: "one|note" });
        Assert.Empty(await outbox.Ready());
    }

    [Fact]
    public async Task A_letter_that_is_itself_at_fault_is_given_up_at_once()
    {
        outbox.SendGrid.Answer = subject => subject == "one" ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;
        await outbox.Letters.Add(Outbox.Note, default);

        await outbox.Send();
        await outbox.Send();

        Assert.Equal(["one", "Niet bezorgd: een brief van Wel & Wee – 3D"], outbox.SendGrid.Subjects);
    }

    [Fact]
    public async Task A_report_that_cannot_be_delivered_is_not_reported()
    {
        outbox.SendGrid.Answer = _ => HttpStatusCode.BadRequest;
        await outbox.Letters.Add(Outbox.Note, default);

        await outbox.Send();
        await outbox.Send();
        await outbox.Send();

        Assert.Equal(2, outbox.SendGrid.Received.Count);
        Assert.Empty(await outbox.Ready());
    }
}
