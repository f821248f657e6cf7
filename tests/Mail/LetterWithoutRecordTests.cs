namespace WelWee3D.Tests.Mail;

public sealed class LetterWithoutRecordTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private readonly Outbox outbox = new(storage);

    public Task InitializeAsync() => storage.Clear(Letters.TableName);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_letter_waits_ten_minutes_for_its_record()
    {
        await outbox.Letters.Add(new("note", "late"), default);
        await outbox.Send();

        outbox.Clock.Move(TimeSpan.FromMinutes(9));
        outbox.Records.Names.Add("late");
        await outbox.Send();

        Assert.Equal(["late"], outbox.SendGrid.Subjects);
    }

    [Fact]
    public async Task Without_its_record_a_letter_is_dropped_and_nobody_is_told()
    {
        await outbox.Letters.Add(new("note", "never"), default);
        await outbox.Send();
        Assert.Single(await storage.Rows(Letters.TableName));

        outbox.Clock.Move(TimeSpan.FromMinutes(10));
        await outbox.Send();

        Assert.Empty(outbox.SendGrid.Received);
        Assert.Empty(await storage.Rows(Letters.TableName));
    }

    [Fact]
    public async Task A_letter_added_again_waits_for_its_record_anew()
    {
        await outbox.Letters.Add(new("note", "late"), default);
        var seen = Assert.Single(await outbox.Ready());
        outbox.Clock.Move(TimeSpan.FromMinutes(10));

        await outbox.Letters.Add(new("note", "late"), default);
        await outbox.Letters.Remove(seen, default);
        await outbox.Send();

        Assert.Single(await storage.Rows(Letters.TableName));
    }
}
