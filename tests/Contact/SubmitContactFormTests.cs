using System.Net.Http.Headers;

namespace WelWee3D.Tests.Contact;

public sealed class SubmitContactFormTests(SubmitContactFormTests.November http) : IClassFixture<SubmitContactFormTests.November>
{
    [Theory]
    [InlineData("json")]
    [InlineData("urlencoded")]
    [InlineData("multipart")]
    public async Task A_message_is_taken_in_each_form_and_told_to_practice_and_sender(string form)
    {
        var reference = await (await http.Post(ContactWorld.Body(form, ContactWorld.Fields))).Accepted();

        var row = Assert.Single(await http.World.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Equal(("Jet <b>", "Hallo\nwereld", "form"), (row.GetString("Name"), row.GetString("Message"), row.GetString("Source")));
        var mail = await http.Mail(reference);
        Assert.Equal(["jet@voorbeeld.nl", Settings.Practice], mail.Select(letter => letter.GetProperty("to").GetString()).Order());
        Assert.All(mail, letter =>
        {
            Assert.DoesNotContain("Jet", letter.GetProperty("subject").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", letter.GetProperty("html").GetString(), StringComparison.Ordinal);
        });
        var notice = Assert.Single(mail, letter => letter.GetProperty("to").GetString() == Settings.Practice);
        Assert.Contains($"/staff/messages/{reference}", notice.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.All(["Jet", "Hallo", "jet@"], word => Assert.DoesNotContain(word, notice.GetRawText(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nl", "Jet de Vries", "Dag Jet de Vries,")]
    [InlineData("en", "Jet de Vries", "Dear Jet de Vries,")]
    [InlineData("nl", "Win op spam.example", "Dag,")]
    public async Task The_receipt_greets_by_name_and_quotes_nothing_that_was_sent(string locale, string name, string greeting)
    {
        var form = new { name, email = "jet@voorbeeld.nl", phone = "06 12345678", message = "Koop op spam.example", locale };

        var reference = await (await http.Post(JsonContent.Create(form))).Accepted();

        var receipt = Assert.Single(await http.Mail(reference), letter => letter.GetProperty("to").GetString() == "jet@voorbeeld.nl");
        Assert.All(["text", "html"], part =>
        {
            var body = receipt.GetProperty(part).GetString();
            Assert.Contains(greeting, body, StringComparison.Ordinal);
            Assert.DoesNotContain("spam.example", body, StringComparison.Ordinal);
            Assert.DoesNotContain("12345678", body, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("application/json", """{"name":"Jet","email":"jet@voorbeeld.nl","message":"Hoi","knop":1,"knop":{"a":[2]},"isFromRobot":true,"isFromRobot":true}""")]
    [InlineData("application/x-www-form-urlencoded", "&name=Jet&email=jet%40voorbeeld.nl&message=Hoi&&knop=1&knop=%E9&")]
    public async Task Fields_that_the_form_does_not_use_are_left_alone(string type, string body) =>
        await (await http.Post(new StringContent(body, new MediaTypeHeaderValue(type)))).Accepted();

    [Theory]
    [InlineData(null, "We bewaren je bericht vijf jaar", "november 2031")]
    [InlineData("nl", "We bewaren je bericht vijf jaar", "november 2031")]
    [InlineData("en", "We keep your message for five years", "November 2031")]
    public async Task The_receipt_is_in_the_language_of_the_sender(string? locale, string kept, string until)
    {
        var reference = await (await http.Post(JsonContent.Create(new { name = "Jet", email = "jet@voorbeeld.nl", message = "Hallo", locale }))).Accepted();

        var receipt = Assert.Single(await http.Mail(reference), letter => letter.GetProperty("to").GetString() == "jet@voorbeeld.nl");
        Assert.Contains(kept, receipt.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(until, receipt.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_told_until_when_it_is_kept()
    {
        using var answer = await http.Post(JsonContent.Create(new { name = "Jet", email = "jet@voorbeeld.nl", message = "Tot wanneer?" }));

        var keptUntil = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("keptUntil").GetString();
        Assert.Equal(RetentionSchedule.ContactMessage.Term.After(http.World.Today).Iso(), keptUntil);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("multipart")]
    public async Task A_robot_is_thanked_as_a_person_is_and_nobody_is_told(string form)
    {
        var reference = await (await http.Post(ContactWorld.Body(form, new Dictionary<string, string>(ContactWorld.Fields) { ["website"] = "http://spam.example" }))).Accepted();

        Assert.DoesNotContain(await http.World.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Contains(await http.World.Storage.Rows(ContactSuspects.TableName), row => row.RowKey == reference);
        Assert.Empty(await http.Mail(reference));
    }

    [Theory]
    [InlineData(null, ContactWorld.ThanksPage)]
    [InlineData(ContactWorld.OtherPage, ContactWorld.OtherPage)]
    public async Task A_browser_without_script_is_led_to_a_page(string? next, string page)
    {
        var fields = new Dictionary<string, string>(ContactWorld.Fields);
        if (next is not null)
            fields["next"] = next;

        var answer = await http.Post(ContactWorld.Body("urlencoded", fields), accept: ContactWorld.Browser);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(page, answer.Headers.Location?.OriginalString);
    }

    /// <summary>The receipt tells a month.</summary>
    public sealed class November : ContactWorld
    {
        protected override WorldOptions Options => base.Options with { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero) };
    }
}
