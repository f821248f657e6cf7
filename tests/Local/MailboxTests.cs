using SendGrid;
using SendGrid.Helpers.Mail;

namespace WelWee3D.Tests.Local;

[Collection(LocalAppTests.Name)]
public sealed class MailboxTests(LocalAppFixture local)
{
    [Fact]
    public async Task A_letter_sent_through_SendGrid_is_listed_newest_first()
    {
        await Send("Oud", "<p>Oud</p>");
        await Send("Nieuw", "<p>Nieuw</p>");

        var newest = (await local.Http.GetFromJsonAsync<JsonElement>("local/mail"))[0];

        Assert.Equal("anna@example.org", newest.GetProperty("to").GetString());
        Assert.Equal("3d@example.org", newest.GetProperty("from").GetString());
        Assert.Equal("Nieuw", newest.GetProperty("subject").GetString());
        Assert.Equal("Platte tekst", newest.GetProperty("text").GetString());
        Assert.Equal("<p>Nieuw</p>", newest.GetProperty("html").GetString());
        Assert.True(newest.TryGetProperty("sentAt", out _));
    }

    [Fact]
    public async Task The_page_shows_a_letter_without_letting_it_run()
    {
        await Send("<b>Onderwerp</b>", "<script>alert(\"1\")</script>");

        var page = await local.Http.GetStringAsync("local/mailbox");

        Assert.Contains("<html lang=\"nl\">", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Onderwerp&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("sandbox=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(\"1\")", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_without_content_is_refused_as_SendGrid_does()
    {
        using var answer = await local.Http.PostAsJsonAsync("local/sendgrid/v3/mail/send", new { subject = "x" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task Send(string subject, string html)
    {
        var client = new SendGridClient(local.Http, new SendGridClientOptions
        {
            ApiKey = "local",
            Host = $"{local.App.BaseAddress}local/sendgrid",
        });
        var message = new SendGridMessage
        {
            From = new EmailAddress("3d@example.org"),
            Subject = subject,
            PlainTextContent = "Platte tekst",
            HtmlContent = html,
        };
        message.AddTo(new EmailAddress("anna@example.org"));
        var response = await client.SendEmailAsync(message);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }
}
