namespace WelWee3D.Tests.Contact;

public sealed class RepeatedContactFormTests(ContactWorld http) : IClassFixture<ContactWorld>
{
    [Fact]
    public async Task A_key_makes_one_message_and_one_notice_however_often_it_comes()
    {
        var key = ContactWorld.NewKey();

        var reference = await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted();
        Assert.Equal(2, (await http.Mail(reference)).Length);
        Assert.Equal(reference, await (await http.Post(ContactWorld.Body("urlencoded", ContactWorld.Fields), key)).Accepted());

        Assert.Equal(2, (await http.Mail(reference)).Length);
        Assert.Single(await http.World.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
    }

    [Fact]
    public async Task Many_at_once_with_one_key_are_one_message()
    {
        var key = ContactWorld.NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)));
        var references = await Task.WhenAll(answers.Select(answer => answer.Accepted()));

        var reference = Assert.Single(references.Distinct());
        Assert.Single(await http.World.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Equal(2, (await http.Mail(reference)).Length);
    }

    [Fact]
    public async Task A_key_is_honoured_over_midnight_but_not_for_ever()
    {
        var key = ContactWorld.NewKey();
        var reference = await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted();

        var day = http.World.Today;
        http.World.MoveTo(day.AddDays(1));
        Assert.Equal(reference, await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted());

        http.World.MoveTo(day.AddDays(2));
        Assert.NotEqual(reference, await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted());
        http.World.MoveTo(day);
    }

    [Fact]
    public async Task A_key_is_honoured_when_the_clock_went_back_over_midnight()
    {
        var (key, day, email) = (ContactWorld.NewKey(), http.World.Today, http.World.Given.NewAddress());
        var fields = new Dictionary<string, string>(ContactWorld.Fields) { ["email"] = email };
        http.World.MoveTo(day.AddDays(1));
        var message = await (await http.Post(ContactWorld.Body("json", fields), key)).Accepted();
        http.World.MoveTo(day);

        Assert.Equal(message, await (await http.Post(ContactWorld.Body("json", fields), key)).Accepted());
        Assert.Single(await http.World.Storage.Rows(ContactMessages.TableName), row => row.GetString("Email") == email);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_message_that_was_erased_does_not_come_back_with_its_key(int daysLater)
    {
        var key = ContactWorld.NewKey();
        var day = http.World.Today;
        var reference = await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted();
        var message = (await http.World.Get<ContactMessages>().Find(Id.Parse(reference), default))!;
        await http.World.Get<Erasure>().Erase(http.World.Get<ContactMessages>().SubjectsOf(message), "officer", default);
        http.World.MoveTo(day.AddDays(daysLater));

        Assert.Equal(reference, await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted());

        http.World.MoveTo(day);
        Assert.DoesNotContain(await http.World.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.True((await http.World.Get<Replay>().Run("officer", default)).Complete);
    }

    [Theory]
    [InlineData(Letters.TableName)]
    [InlineData(ContactMessages.TableName)]
    public async Task What_storage_did_not_take_can_be_sent_again_with_the_same_key(string table)
    {
        var key = ContactWorld.NewKey();
        http.BreakStorage(table);
        var down = await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key);
        http.World.Calls.LetBe();

        var reference = await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
        Assert.NotNull(down.Headers.RetryAfter);
        Assert.Single(await http.World.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Equal(2, (await http.Mail(reference)).Length);
    }
}
