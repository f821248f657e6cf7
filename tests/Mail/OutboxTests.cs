namespace WelWee3D.Tests.Mail;

public sealed class OutboxTests : Outbox
{
    [Fact]
    public async Task A_letter_goes_out_once()
    {
        await Letters.Add(Note, default);

        await Send();
        await Send();

        Assert.Equal(["one"], SendGrid.Subjects);
    }

    [Fact]
    public async Task A_letter_added_twice_goes_out_once()
    {
        await Letters.Add(Note, default);
        await Letters.Add(Note, default);
        await Send();
        await Letters.Add(Note, default);
        await Send();

        Assert.Equal(["one"], SendGrid.Subjects);
    }

    [Fact]
    public async Task Of_a_sent_letter_only_a_mark_is_left_and_that_for_an_hour()
    {
        await Letters.Add(Note, default);
        await Send();

        world.Wait(TimeSpan.FromMinutes(59));
        await Send();
        Assert.Single(await world.Storage.Rows(Letters.TableName));

        world.Wait(TimeSpan.FromMinutes(1));
        await Send();
        Assert.Empty(await world.Storage.Rows(Letters.TableName));
    }

    [Fact]
    public async Task What_waits_holds_nothing_of_the_letter()
    {
        await Letters.Add(Note, default);

        var row = Assert.Single(await world.Storage.Rows(Letters.TableName));
        Assert.Equal("one|note", row.RowKey);
        Assert.Equal(["AddedAt", "Failures", "IsSent", "LookAt"], row.Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"]).Order());
    }

    [Fact]
    public async Task Two_timers_at_once_send_every_letter_once()
    {
        var names = Enumerable.Range(0, 20).Select(number => $"letter{number:00}").ToList();
        foreach (var name in names)
        {
            Records.Names.Add(name);
            await Letters.Add(new("note", name), default);
        }

        await Task.WhenAll(Send(), Send(), Send());

        Assert.Equal(names, SendGrid.Subjects.Order());
    }

    [Fact]
    public async Task A_claim_is_held_by_one_and_lapses_after_five_minutes()
    {
        await Letters.Add(Note, default);
        var seen = Assert.Single(await Ready());

        Assert.NotNull(await Letters.Claim(seen, default));
        Assert.Null(await Letters.Claim(seen, default));
        Assert.Empty(await Ready());

        world.Wait(TimeSpan.FromMinutes(5));
        Assert.Single(await Ready());
    }

    [Fact]
    public async Task When_the_process_dies_between_sending_it_and_noting_that_it_goes_out_once_more()
    {
        await Letters.Add(Note, default);
        world.Calls.Before = _ => SendGrid.Subjects.Any() ? throw new ProcessDiedException() : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<Exception>(Send);
        world.Calls.LetBe();
        Assert.Empty(await Ready());

        world.Wait(TimeSpan.FromMinutes(5));
        await Send();

        Assert.Equal(["one", "one"], SendGrid.Subjects);
    }

    [Fact]
    public async Task A_fault_in_one_letter_stops_no_other_and_reaches_the_host()
    {
        Records.Names.Add("two");
        await Letters.Add(new("note", "faulty"), default);
        await Letters.Add(Note, default);
        await Letters.Add(new("note", "two"), default);

        var faults = await Assert.ThrowsAsync<AggregateException>(Send);

        Assert.Single(faults.InnerExceptions);
        Assert.Equal(["one", "two"], SendGrid.Subjects.Order());

        await Send();
        world.Wait(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<AggregateException>(Send);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(401, true)]
    [InlineData(null, false)]
    public async Task One_that_fails_in_a_way_nobody_foresaw_is_put_off_and_says_no_longer_that_the_account_is_refused(int? refused, bool whileSending)
    {
        var name = whileSending ? "one" : "faulty";
        await Letters.Add(new("note", name), default);
        await Letters.Postpone(Assert.Single(await Ready()) with { RefusedWith = refused, Failures = 2 }, TimeSpan.Zero, default);
        SendGrid.Answer = _ => throw new InvalidOperationException("a fault");

        await Assert.ThrowsAsync<AggregateException>(Send);

        var failed = Assert.Single(await world.Storage.Rows(Letters.TableName));
        Assert.Equal((3, (int?)null), (failed.GetInt32("Failures"), failed.GetInt32("RefusedWith")));
        Assert.Empty(await Ready());
        world.Wait(Letter.PauseAfter(3));
        Assert.Single(await Ready());
    }

    [Fact]
    public async Task Sender_reply_address_and_both_forms_of_the_text_are_sent_and_nothing_that_tracks()
    {
        await Letters.Add(Note, default);
        await Send();

        var mail = Assert.Single(SendGrid.Received);
        Assert.Equal("from@voorbeeld.nl", mail.GetProperty("from").GetProperty("email").GetString());
        Assert.Equal("reply@xn--bcher-kva.example", mail.GetProperty("reply_to").GetProperty("email").GetString());
        Assert.Equal("to@xn--bcher-kva.example", To(mail));
        Assert.False(mail.GetProperty("tracking_settings").GetProperty("open_tracking").GetProperty("enable").GetBoolean());
        Assert.False(mail.GetProperty("tracking_settings").GetProperty("click_tracking").GetProperty("enable").GetBoolean());
        Assert.Equal(["text/plain", "text/html"], mail.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Who_wrote_a_letter_is_told_when_it_went_out_and_once_more_when_its_mark_goes()
    {
        await Letters.Add(Note, default);
        await Send();
        var sentAt = Assert.Single(Records.Told).At;
        world.Wait(TimeSpan.FromHours(1));
        await Send();

        Assert.All(Records.Told, told => Assert.True(told.Sent));
        Assert.Equal(2, Records.Told.Count);
        Assert.InRange(Records.Told[1].At - sentAt, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task And_when_it_was_given_up()
    {
        SendGrid.Answer = _ => System.Net.HttpStatusCode.BadRequest;
        await Letters.Add(Note, default);

        await Send();

        Assert.False(Assert.Single(Records.Told).Sent);
    }

    [Fact]
    public async Task Who_wrote_it_hears_that_it_was_given_up_wherever_that_dies()
    {
        SendGrid.Answer = _ => System.Net.HttpStatusCode.BadRequest;
        var died = 0;
        for (var (call, lives) = (1, false); !lives; call++)
        {
            Records.Told.Clear();
            await Letters.Add(Note, default);
            var dying = new Dying(call, Death.AfterCall);
            dying.Befall(world.Calls);
            try
            {
                await Send();
            }
            catch (Exception) when (dying.HasDied)
            {
                died++;
                // What the dead tell nobody hears.
                if ((await world.Storage.Rows(Letters.TableName)).Any(row => row is { PartitionKey: "waiting", RowKey: "one|note" }))
                    Records.Told.Clear();
            }
            world.Calls.LetBe();
            lives = !dying.HasDied;

            world.Wait(TimeSpan.FromMinutes(5));
            await Send();

            Assert.True(Records.Told is [{ Sent: false }, ..], $"Nobody heard of it after {dying.LastCall}, call {call}.");
        }
        Assert.True(died > 3, $"It died {died} times.");
    }

    [Fact]
    public async Task One_of_a_kind_that_only_a_later_version_knows_waits_for_that()
    {
        await Letters.Add(new("later", "one"), default);

        for (var day = 0; day < 3; day++)
        {
            await Send();
            Assert.Empty(await Ready());
            world.Wait(TimeSpan.FromDays(1));
        }

        var left = Assert.Single(await Ready());
        Assert.Equal(("later", 0), (left.Letter.Kind, left.Failures));
        Assert.Single(await world.Storage.Rows(Letters.TableName));
    }

    [Fact]
    public async Task With_nothing_to_send_one_request_tells_so()
    {
        await Letters.Add(Note, default);
        await Send();
        var before = world.Calls.Count;

        await Send();

        Assert.Equal(1, world.Calls.Count - before);
    }
}
