namespace WelWee3D.Tests.Retention.NotUnderstood;

/// <summary>What a sweep does not understand it leaves and tells, and the rest goes the same night.</summary>
public sealed class LeftBySweepTests : OwnWorld
{
    private const string Unknown = "something-else";
    private const string SomeId = "019aab5e3c7b70008000000000000000";

    [Theory]
    [InlineData("2026-11-01", $"{Unknown}|{SomeId}|0", $"{Unknown}|{SomeId}", "deze versie kent deze soort gegevens niet")]
    [InlineData("2026-11-01", $"message|{SomeId}", $"2026-11-01|message|{SomeId}", "deze versie kan het niet lezen")]
    [InlineData("2026-11-01", "message|nobody|0", "2026-11-01|message|nobody|0", "deze versie kan het niet lezen")]
    [InlineData("2026-11-01", $"message|{SomeId}|first", $"2026-11-01|message|{SomeId}|first", "deze versie kan het niet lezen")]
    [InlineData("2026-1-5", $"message|{SomeId}|0", $"2026-1-5|message|{SomeId}|0", "deze versie kan het niet lezen")]
    [InlineData("2026-11-01", $"open|{Unknown}-{SomeId}", $"{Unknown}-{SomeId}", "deze versie kent deze soort gegevens niet")]
    public async Task A_due_row_that_it_does_not_know(string day, string key, string told, string inDutch)
    {
        var message = await DueMessage();
        await world.Storage.Table(DueIndex.TableName).AddEntityAsync(new TableEntity(day, key));

        var (night, letter) = await Night();

        Assert.Equal([told], night.Unfinished.Select(each => each.What));
        Assert.Contains($"{told}: {inDutch}", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", letter, StringComparison.Ordinal);
        Assert.Null(await world.Get<ContactMessages>().Find(message.Id, default));
        Assert.Equal([key], (await world.DueIndexRows()).Select(row => row.RowKey));
    }

    [Theory]
    [InlineData($"{Unknown}|{SomeId}|0\n{Unknown}|{SomeId}|1", "batch")]
    [InlineData("message|nobody|0", "2026-11-01|open|batch")]
    public async Task A_claim_of_what_it_does_not_know(string claimed, string told)
    {
        var message = await DueMessage();
        await world.Storage.Table(DueIndex.TableName).AddEntityAsync(new TableEntity("2026-11-01", "open|batch") { ["Claimed"] = claimed });

        var (night, letter) = await Night();

        Assert.Equal([told], night.Unfinished.Select(each => each.What));
        Assert.Contains($"{told}: deze versie", letter, StringComparison.Ordinal);
        Assert.Null(await world.Get<ContactMessages>().Find(message.Id, default));
        Assert.Equal(claimed, Assert.Single(await world.DueIndexRows()).GetString("Claimed"));
    }

    [Theory]
    [InlineData(ContactMessages.TableName, "Email", null)]
    [InlineData(ContactMessages.TableName, "ReceivedAt", null)]
    [InlineData(ContactMessages.TableName, "DueOn", "one day")]
    [InlineData(ContactMessages.TableName, "DueVersion", "the first")]
    [InlineData(OrderStore.TableName, "Email", null)]
    [InlineData(OrderStore.TableName, "DueOn", "2026-11-31")]
    [InlineData(OrderStore.TableName, "Address", "Merelstraat 9")]
    [InlineData(OrderStore.TableName, "ScannedOn", "yesterday")]
    [InlineData(OrderStore.TableName, "Copies", "none")]
    [InlineData(OrderStore.TableName, "Consent", null)]
    [InlineData(OrderStore.TableName, "Until", null)]
    [InlineData(UploadStore.TableName, "OrderId", "")]
    [InlineData(UploadStore.TableName, "Length", "long")]
    [InlineData(UnclaimedBlobs.TableName, "BlobName", null)]
    public async Task A_record_that_it_cannot_read(string table, string column, object? value)
    {
        var all = await OneOfEach();
        world.MoveTo(world.Today.AddYears(6));
        var damaged = await Damaged.Row(world, table, RowWith(table, column), column, value);
        var item = all.Single(item => item.Kind == KindIn(table));

        var (night, letter) = await Night();

        Assert.Equal([new Unfinished($"{item}", Unfinished.Unreadable)], night.Unfinished);
        Assert.Contains($"{item}: deze versie kan het niet lezen", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Merelstraat", letter, StringComparison.Ordinal);
        Assert.True(await damaged.IsLeft());
        Assert.Equal(new HashSet<Item>([item]), (await world.DueRows()).Select(row => row.Item).ToHashSet());
        Assert.Single(await world.DueIndexRows());

        await damaged.Repair();

        Assert.Equal(1, (await Sweep()).Destroyed[item.Kind]);
        Assert.Empty(await world.DueRows());
        Assert.True((await CertificateChain.Verify(world.Get<Certificates>().All(default))).Intact);
    }

    [Fact]
    public async Task A_record_that_it_cannot_read_among_those_of_one_day()
    {
        var messages = new List<ContactMessage>();
        for (var n = 0; n < 7; n++)
            messages.Add(await DueMessage());
        foreach (var message in messages.Take(2))
            await Damaged.Row(world, ContactMessages.TableName, $"{message.Id}", "Email", null);

        var (night, _) = await Night();

        Assert.Equal(5, night.Destroyed[Kinds.Message]);
        Assert.Equal(messages.Take(2).Select(each => $"{each.Item}").Order(), night.Unfinished.Select(each => each.What).Order());
        Assert.Equal(messages.Take(2).Select(each => each.Due).ToHashSet(), (await world.DueRows()).ToHashSet());
    }

    [Fact]
    public async Task A_record_that_it_cannot_read_and_that_was_claimed_with_others()
    {
        var (left, gone) = (await DueMessage(), await DueMessage());
        await Damaged.Row(world, ContactMessages.TableName, $"{left.Id}", "Email", null);
        await world.Get<DueIndex>().Claim(new(left.Due.On, "messages-1", [left.Due, gone.Due]), default);

        var (night, _) = await Night();

        Assert.Equal([new Unfinished($"{left.Item}", Unfinished.Unreadable)], night.Unfinished);
        Assert.Equal([gone.Id], (await world.Certified()).Keys);
        Assert.Equal([left.Due], await world.DueRows());
        Assert.Single(await world.DueIndexRows());
    }

    [Fact]
    public async Task A_ledger_line_that_it_cannot_read()
    {
        var (left, gone) = (await DueMessage(), await DueMessage());
        await world.Get<DueIndex>().Claim(new(left.Due.On, "messages-1", [left.Due]), default);
        await world.Storage.Table(Ledger.TableName).AddEntityAsync(new TableEntity("messages-1", "line") { ["Line"] = "{}" });

        var (night, _) = await Night();

        Assert.Equal([new Unfinished("Ledger|messages-1|line", Unfinished.Unreadable)], night.Unfinished);
        Assert.Equal([gone.Id], (await world.Certified()).Keys);
        Assert.NotNull(await world.Get<ContactMessages>().Find(left.Id, default));
    }

    private Task<ContactMessage> DueMessage() => world.Given.Message(on: world.Today.AddYears(-5));

    private async Task<IReadOnlyList<Item>> OneOfEach()
    {
        var message = await world.Given.Message();
        var order = await world.Given.OrderWithScan(agreed: found => found with
        {
            Client = found.Client with { Address = new("Merelstraat 9", null, "9876 ZY", "Eksteroord", "NL") },
            Consents = [Make.Consent(world.Now, ConsentAnswer.No)],
            Holds = [Make.Hold(world.Now, world.Today)],
        });
        var upload = await world.Given.Upload(await world.Given.Order());
        var blob = await world.Given.StrayBlob("found/here.stl");
        await world.Given.Gone((await world.Get<OrderStore>().Find(upload.OrderId!.Value, default))!);
        return [message.Item, order.Due.Item, upload.Due.Item, blob.Due.Item];
    }

    // The rows of an order are told apart by what they begin with.
    private static string RowWith(string table, string column) => (table, column) switch
    {
        (OrderStore.TableName, "ScannedOn" or "Copies") => "|scan|",
        (OrderStore.TableName, "Consent") => "|consent|",
        (OrderStore.TableName, "Until") => "|hold|",
        (OrderStore.TableName, _) => "|order",
        _ => "",
    };

    private static string KindIn(string table) => table switch
    {
        ContactMessages.TableName => Kinds.Message,
        OrderStore.TableName => Kinds.Order,
        UploadStore.TableName => Kinds.Upload,
        _ => Kinds.Blob,
    };

    private async Task<(Run Run, string Letter)> Night() => (await Sweep(), Assert.IsType<string>(await world.MorningLetter()));

    private Task<Run> Sweep() => world.Get<Sweep>().Run("sweep", default);
}
