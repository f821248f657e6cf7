namespace WelWee3D.Tests.Mail;

public sealed class OutboxTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private readonly Outbox outbox = new(storage);

    public Task InitializeAsync() => storage.Clear(Letters.TableName);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_letter_goes_out_once()
    {
        await outbox.Letters.Add(Outbox.Note, default);

        await outbox.Send();
        await outbox.Send();

        Assert.Equal(["one"], outbox.SendGrid.Subjects);
    }

    [Fact]
    public async Task A_letter_added_twice_goes_out_once()
    {
        await outbox.Letters.Add(Outbox.Note, default);
        await outbox.Letters.Add(Outbox.Note, default);
        await outbox.Send();
        await outbox.Letters.Add(Outbox.Note, default);
        await outbox.Send();

        Assert.Equal(["one"], outbox.SendGrid.Subjects);
    }

    [Fact]
    public async Task Of_a_sent_letter_only_a_mark_is_left_and_that_for_an_hour()
    {
        await outbox.Letters.Add(Outbox.Note, default);
        await outbox.Send();

        outbox.Clock.Move(TimeSpan.FromMinutes(59));
        await outbox.Send();
        Assert.Single(await storage.Rows(Letters.TableName));

        outbox.Clock.Move(TimeSpan.FromMinutes(1));
        await outbox.Send();
        Assert.Empty(await storage.Rows(Letters.TableName));
    }

    [Fact]
    public async Task What_waits_holds_nothing_of_the_letter()
    {
        await outbox.Letters.Add(Outbox.Note, default);

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
            outbox.Records.Names.Add(name);
            await outbox.Letters.Add(new("note", name), default);
        }

        await Task.WhenAll(outbox.Send(), outbox.Send(), outbox.Send());

        Assert.Equal(names, outbox.SendGrid.Subjects.Order());
    }

    [Fact]
    public async Task A_claim_is_held_by_one_and_lapses_after_five_minutes()
    {
        await outbox.Letters.Add(Outbox.Note, default);
        var seen = Assert.Single(await outbox.Ready());

        Assert.NotNull(await outbox.Letters.Claim(seen, default));
        Assert.Null(await outbox.Letters.Claim(seen, default));
        Assert.Empty(await outbox.Ready());

        outbox.Clock.Move(TimeSpan.FromMinutes(5));
        Assert.Single(await outbox.Ready());
    }

    [Fact]
    public async Task A_fault_in_one_letter_stops_no_other_and_reaches_the_host()
    {
        outbox.Records.Names.Add("two");
        await outbox.Letters.Add(new("note", "faulty"), default);
        await outbox.Letters.Add(new("unknown", "one"), default);
        await outbox.Letters.Add(Outbox.Note, default);
        await outbox.Letters.Add(new("note", "two"), default);

        var faults = await Assert.ThrowsAsync<AggregateException>(outbox.Send);

        Assert.Equal(2, faults.InnerExceptions.Count);
        Assert.Equal(["one", "two"], outbox.SendGrid.Subjects.Order());

        await outbox.Send();
        outbox.Clock.Move(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<AggregateException>(outbox.Send);
    }

    [Fact]
    public async Task Sender_reply_address_and_both_forms_of_the_text_are_sent_and_nothing_that_tracks()
    {
        await outbox.Letters.Add(Outbox.Note, default);
        await outbox.Send();

        var mail = Assert.Single(outbox.SendGrid.Received);
        Assert.Equal("from@voorbeeld.nl", mail.GetProperty("from").GetProperty("email").GetString());
        Assert.Equal("reply@xn--bcher-kva.example", mail.GetProperty("reply_to").GetProperty("email").GetString());
        Assert.Equal("to@xn--bcher-kva.example", Outbox.To(mail));
        Assert.False(mail.GetProperty("tracking_settings").GetProperty("open_tracking").GetProperty("enable").GetBoolean());
        Assert.False(mail.GetProperty("tracking_settings").GetProperty("click_tracking").GetProperty("enable").GetBoolean());
        Assert.Equal(["text/plain", "text/html"], mail.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task With_nothing_to_send_one_request_tells_so()
    {
        await outbox.Letters.Add(Outbox.Note, default);
        await outbox.Send();
        var before = outbox.StorageCalls;

        await outbox.Send();

        Assert.Equal(1, outbox.StorageCalls - before);
    }
}
