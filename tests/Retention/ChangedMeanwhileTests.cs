using Azure.Core;

namespace WelWee3D.Tests.Retention;

/// <summary>Staff open a message on its last day, in the very moment at which the sweep takes it with others of its batch.</summary>
public sealed class ChangedMeanwhileTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("Due", 1)]
    [InlineData("Due", 4)]
    [InlineData("ContactMessages", 1)]
    [InlineData("ContactMessages", 4)]
    public async Task All_of_the_batch_goes_in_the_same_night(string before, int times)
    {
        var messages = await Messages(5);
        Each(before, times, () => Open(messages[2]));

        var run = await world.Get<Sweep>().Run("sweep", None);

        Assert.Empty(run.Unfinished);
        Assert.Empty(await world.Get<ContactMessages>().Find(messages, None));
        Assert.Equal(messages.ToDictionary(id => id, _ => 1), await world.Certified());
        Assert.Empty(await world.Storage.RowKeys(DueIndex.TableName, "message|"));
    }

    [Fact]
    public async Task Where_somebody_never_stops_changing_it_the_run_tells_so_and_the_others_of_the_batch_go_an_hour_later()
    {
        var messages = await Messages(3);
        Each("Due", int.MaxValue, () => Open(messages[1]));

        var run = await world.Get<Sweep>().Run("sweep", None);
        world.Calls.LetBe();

        Assert.Equal(Unfinished.Busy, Assert.Single(run.Unfinished).Why);
        Assert.False(run.Complete);
        Assert.True((await world.Get<Sweep>().Run("sweep", None)).Complete);
        Assert.Empty(await world.Get<ContactMessages>().Find(messages, None));
    }

    [Fact]
    public async Task What_was_kept_in_that_moment_stays_and_the_others_go()
    {
        var messages = await Messages(3);
        Each("Due", 1, () => Change(messages[1], message => message with { RestrictedOn = world.Today }));

        var run = await world.Get<Sweep>().Run("sweep", None);

        Assert.True(run.Complete);
        Assert.Equal([messages[1]], (await world.Get<ContactMessages>().Find(messages, None)).Select(kept => kept.Item.Id));
    }

    [Fact]
    public async Task What_was_kept_is_out_of_the_line_before_the_others_are_gone()
    {
        var messages = await Messages(3);
        Each("ContactMessages", 1, () => Change(messages[1], message => message with { RestrictedOn = world.Today }));
        world.Calls.After = async call =>
        {
            if (call.Method == RequestMethod.Post && call.Place() == "ContactMessages" && (await world.Storage.Rows("ContactMessages")).Count == 1)
                throw new ProcessDiedException();
        };

        Assert.False((await world.Get<Sweep>().Run("sweep", None)).Complete);
        world.Calls.LetBe();

        var line = (await world.Get<Ledger>().OfBatch(Kinds.Message, $"{Amsterdam.DateOf(messages[0].MadeAt).Iso()}", None).ToListAsync()).Single().Line;
        Assert.Equal(messages.Where(id => id != messages[1]).Order(), line.Items.Select(item => item.Id).Order());
        await Change(messages[1], message => message with { RestrictedOn = null });
        Assert.True((await world.Get<Sweep>().Run("sweep", None)).Complete);
        Assert.Equal(messages.ToDictionary(id => id, _ => 1), await world.Certified());
    }

    [Fact]
    public async Task As_many_go_under_one_line_as_its_column_holds_with_all_that_a_message_can_tell()
    {
        var received = world.Today;
        var taken = new MailCopy(Settings.Mailbox, received, received, $"{Guid.Empty}", world.Now);
        var messages = await Task.WhenAll(Enumerable.Range(0, DueIndex.ClaimedAtOnce).Select(async each =>
        {
            var message = Make.Message(world.Now, $"eva{each}@example.nl", $"+3161234{each:D4}") with { Channel = ContactChannel.Mail, MailCopy = taken };
            Assert.True(await world.Get<ContactMessages>().Add(message, None));
            return message.Id;
        }));
        world.MoveTo(received.AddYears(5));

        var run = await world.Get<Sweep>().Run("sweep", None);

        Assert.True(run.Complete, string.Join(", ", run.Unfinished));
        Assert.Equal(messages.ToDictionary(id => id, _ => 1), await world.Certified());
        Assert.InRange(run.Certificates, 2, 3);
    }

    [Fact]
    public async Task What_an_earlier_version_took_under_one_line_and_could_not_write_goes_too()
    {
        var (received, now) = (world.Today, world.Now);
        var taken = new MailCopy(Settings.Mailbox, received, received, $"{Guid.Empty}", now);
        foreach (var each in Enumerable.Range(0, DueIndex.ClaimedAtOnce))
            Assert.True(await world.Get<ContactMessages>().Add(
                Make.Message(now, $"eva{each}@example.nl", $"+3161234{each:D4}") with { Channel = ContactChannel.Mail, MailCopy = taken }, None));
        world.MoveTo(received.AddYears(5));
        var rows = (await world.DueRows()).Where(row => row.Item.Kind == Kinds.Message).ToList();
        Assert.True(await world.Get<DueIndex>().Claim(new(rows[0].On, LedgerLine.IdOf(Kinds.Message, $"{received.Iso()}", world.NewId()), rows), None));

        var run = await world.Get<Sweep>().Run("sweep", None);

        Assert.True(run.Complete, string.Join(", ", run.Unfinished));
        Assert.Equal(rows.Count, (await world.Certified()).Count);
    }

    private async Task<IReadOnlyList<Id>> Messages(int count)
    {
        var messages = new List<Id>();
        for (var each = 0; each < count; each++)
            messages.Add((await world.Given.Message()).Id);
        world.MoveTo(world.Today.AddYears(5));
        return messages;
    }

    /// <summary>Before the transaction that takes due rows, or the one that deletes messages; so often.</summary>
    private void Each(string table, int times, Func<Task> act) => world.Calls.Before = async request =>
    {
        if (request.Method == RequestMethod.Post && request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && request.Place() == table && times-- > 0)
            await act();
    };

    private Task Open(Id id) => Change(id, message => message with { UsedOn = message.UsedOn is { } day ? day.AddDays(-1) : world.Today });

    private async Task Change(Id id, Func<ContactMessage, ContactMessage> change)
    {
        await using var elsewhere = world.Beside();
        Assert.NotNull(await elsewhere.Get<ContactMessages>().Change(id, change, None));
    }
}
