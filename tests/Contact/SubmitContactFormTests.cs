using System.Net;
using System.Net.Http.Json;

namespace WelWee3D.Tests.Contact;

public sealed class SubmitContactFormTests(ContactApp app) : IClassFixture<ContactApp>
{
    [Theory]
    [InlineData("json")]
    [InlineData("urlencoded")]
    [InlineData("multipart")]
    public async Task A_message_is_taken_in_each_form_and_told_to_practice_and_sender(string form)
    {
        var reference = await (await app.Post(ContactApp.Body(form, ContactApp.Fields))).Reference();

        var row = Assert.Single(await app.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Equal(("Jet <b>", "Hallo\nwereld", "form"), (row.GetString("Name"), row.GetString("Message"), row.GetString("Source")));
        var mail = await app.Mail(reference);
        Assert.Equal(["3d@welenweeverloeskundigen.nl", "jet@voorbeeld.nl"], mail.Select(letter => letter.GetProperty("to").GetString()).Order());
        Assert.All(mail, letter =>
        {
            Assert.DoesNotContain("Jet", letter.GetProperty("subject").GetString(), StringComparison.Ordinal);
            Assert.Contains("Jet &lt;b&gt;", letter.GetProperty("html").GetString(), StringComparison.Ordinal);
            Assert.Contains("> Hallo\n> wereld", letter.GetProperty("text").GetString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(null, "We bewaren je bericht 5 jaar", "november 2031")]
    [InlineData("nl", "We bewaren je bericht 5 jaar", "november 2031")]
    [InlineData("en", "We keep your message for 5 years", "November 2031")]
    public async Task The_receipt_is_in_the_language_of_the_sender(string? locale, string kept, string until)
    {
        var reference = await (await app.Post(JsonContent.Create(new { name = "Jet", email = "jet@voorbeeld.nl", message = "Hallo", locale }))).Reference();

        var receipt = Assert.Single(await app.Mail(reference), letter => letter.GetProperty("to").GetString() == "jet@voorbeeld.nl");
        Assert.Contains(kept, receipt.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(until, receipt.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("multipart")]
    public async Task A_robot_is_thanked_and_forgotten(string form)
    {
        var reference = await (await app.Post(ContactApp.Body(form, new Dictionary<string, string>(ContactApp.Fields) { ["website"] = "http://spam.example" }))).Reference();

        Assert.DoesNotContain(await app.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Empty(await app.Mail(reference));
    }

    [Theory]
    [InlineData(null, ContactApp.ThanksPage)]
    [InlineData(ContactApp.OtherPage, ContactApp.OtherPage)]
    public async Task A_browser_without_script_is_led_to_a_page(string? next, string page)
    {
        var fields = new Dictionary<string, string>(ContactApp.Fields);
        if (next is not null)
            fields["next"] = next;

        var answer = await app.Post(ContactApp.Body("urlencoded", fields), accept: ContactApp.Browser);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(page, answer.Headers.Location?.OriginalString);
    }
}
