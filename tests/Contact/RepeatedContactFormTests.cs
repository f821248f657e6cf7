using System.Net;

namespace WelWee3D.Tests.Contact;

public sealed class RepeatedContactFormTests(ContactApp app) : IClassFixture<ContactApp>
{
    [Fact]
    public async Task A_key_makes_one_message_and_one_notice_however_often_it_comes()
    {
        var key = ContactApp.NewKey();

        var reference = await (await app.Post(ContactApp.Body("json", ContactApp.Fields), key)).Reference();
        Assert.Equal(2, (await app.Mail(reference)).Length);
        Assert.Equal(reference, await (await app.Post(ContactApp.Body("urlencoded", ContactApp.Fields), key)).Reference());

        Assert.Equal(2, (await app.Mail(reference)).Length);
        Assert.Single(await app.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
    }

    [Fact]
    public async Task Many_at_once_with_one_key_are_one_message()
    {
        var key = ContactApp.NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Post(ContactApp.Body("json", ContactApp.Fields), key)));
        var references = await Task.WhenAll(answers.Select(answer => answer.Reference()));

        var reference = Assert.Single(references.Distinct());
        Assert.Single(await app.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Equal(2, (await app.Mail(reference)).Length);
    }

    [Fact]
    public async Task A_key_is_honoured_over_midnight_but_not_for_ever()
    {
        var key = ContactApp.NewKey();
        var reference = await (await app.Post(ContactApp.Body("json", ContactApp.Fields), key)).Reference();

        app.MoveClock(TimeSpan.FromDays(1));
        Assert.Equal(reference, await (await app.Post(ContactApp.Body("json", ContactApp.Fields), key)).Reference());

        app.MoveClock(TimeSpan.FromDays(1));
        Assert.NotEqual(reference, await (await app.Post(ContactApp.Body("json", ContactApp.Fields), key)).Reference());
        app.MoveClock(TimeSpan.FromDays(-2));
    }

    [Theory]
    [InlineData(Letters.TableName)]
    [InlineData(ContactMessages.TableName)]
    public async Task What_storage_did_not_take_can_be_sent_again_with_the_same_key(string table)
    {
        var key = ContactApp.NewKey();
        using (app.Without(table))
        {
            var down = await app.Post(ContactApp.Body("json", ContactApp.Fields), key);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
            Assert.NotNull(down.Headers.RetryAfter);
        }

        var reference = await (await app.Post(ContactApp.Body("json", ContactApp.Fields), key)).Reference();

        Assert.Single(await app.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Equal(2, (await app.Mail(reference)).Length);
    }
}
