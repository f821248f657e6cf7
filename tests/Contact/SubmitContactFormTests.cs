using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using WelWee3D.Contact;
using WelWee3D.Mail;

namespace WelWee3D.Tests.Contact;

public sealed class SubmitContactFormTests(ContactApp app) : IClassFixture<ContactApp>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["name"] = "Jet <b>",
        ["email"] = "jet@voorbeeld.nl",
        ["phone"] = "06 12345678",
        ["message"] = "Hallo\nwereld",
        ["locale"] = "nl",
    };

    private static int keys;

    [Theory]
    [InlineData("json")]
    [InlineData("urlencoded")]
    [InlineData("multipart")]
    public async Task A_message_is_taken_in_each_form_and_told_to_practice_and_sender(string form)
    {
        var reference = await (await Post(Body(form, Fields))).Reference();

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
        var reference = await (await Post(Json(new { name = "Jet", email = "jet@voorbeeld.nl", message = "Hallo", locale }))).Reference();

        var receipt = Assert.Single(await app.Mail(reference), letter => letter.GetProperty("to").GetString() == "jet@voorbeeld.nl");
        Assert.Contains(kept, receipt.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(until, receipt.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_makes_one_message_and_one_notice_however_often_it_comes()
    {
        var key = NewKey();

        var reference = await (await Post(Body("json", Fields), key)).Reference();
        Assert.Equal(2, (await app.Mail(reference)).Length);
        Assert.Equal(reference, await (await Post(Body("urlencoded", Fields), key)).Reference());

        Assert.Equal(2, (await app.Mail(reference)).Length);
        Assert.Single(await app.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
    }

    [Fact]
    public async Task Many_at_once_with_one_key_are_one_message()
    {
        var key = NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post(Body("json", Fields), key)));
        var references = await Task.WhenAll(answers.Select(answer => answer.Reference()));

        var reference = Assert.Single(references.Distinct());
        Assert.Single(await app.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Equal(2, (await app.Mail(reference)).Length);
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_message_is_refused()
    {
        var key = NewKey();
        await (await Post(Body("json", Fields), key)).Reference();

        var answer = await Post(Body("json", new(Fields) { ["message"] = "Iets anders" }), key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["Idempotency-Key"], await answer.Faults());
    }

    [Fact]
    public async Task A_key_is_honoured_over_midnight_but_not_for_ever()
    {
        var key = NewKey();
        var reference = await (await Post(Body("json", Fields), key)).Reference();

        app.MoveClock(TimeSpan.FromDays(1));
        Assert.Equal(reference, await (await Post(Body("json", Fields), key)).Reference());

        app.MoveClock(TimeSpan.FromDays(1));
        Assert.NotEqual(reference, await (await Post(Body("json", Fields), key)).Reference());
        app.MoveClock(TimeSpan.FromDays(-2));
    }

    [Theory]
    [InlineData(Letters.TableName)]
    [InlineData(ContactMessages.TableName)]
    public async Task What_storage_did_not_take_can_be_sent_again_with_the_same_key(string table)
    {
        var key = NewKey();
        using (app.Without(table))
        {
            var down = await Post(Body("json", Fields), key);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
            Assert.NotNull(down.Headers.RetryAfter);
        }

        var reference = await (await Post(Body("json", Fields), key)).Reference();

        Assert.Single(await app.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Equal(2, (await app.Mail(reference)).Length);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var answer = await Post(Body("json", Fields), key);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["Idempotency-Key"], await answer.Faults());
    }

    [Theory]
    [InlineData("json")]
    [InlineData("multipart")]
    public async Task A_robot_is_thanked_and_forgotten(string form)
    {
        var reference = await (await Post(Body(form, new(Fields) { ["website"] = "http://spam.example" }))).Reference();

        Assert.DoesNotContain(await app.Storage.Rows(ContactMessages.TableName), row => row.RowKey == reference);
        Assert.Empty(await app.Mail(reference));
    }

    [Theory]
    [InlineData(null, ContactApp.ThanksPage)]
    [InlineData(ContactApp.OtherPage, ContactApp.OtherPage)]
    public async Task A_browser_without_script_is_led_to_a_page(string? next, string page)
    {
        var fields = new Dictionary<string, string>(Fields);
        if (next is not null)
            fields["next"] = next;

        var answer = await Post(Body("urlencoded", fields), accept: Browser);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(page, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Every_field_that_will_not_do_is_named()
    {
        var answer = await Post(Body("urlencoded", new() { ["email"] = "jet", ["phone"] = "1", ["locale"] = "fr", ["next"] = "https://evil.example" }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["email", "locale", "message", "name", "next", "phone"], (await answer.Faults()).Order());
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"name\":1}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("--x", "multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"colour\":\"red\"}", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("<name/>", "text/xml", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("x", null, HttpStatusCode.UnsupportedMediaType)]
    public async Task What_cannot_be_read_is_refused(string body, string? type, HttpStatusCode status)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var answer = await Post(content);

        Assert.Equal(status, answer.StatusCode);
        await answer.Faults();
    }

    [Theory]
    [InlineData(65_536, HttpStatusCode.UnprocessableEntity)]
    [InlineData(65_537, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_has_at_most_64_KiB(int length, HttpStatusCode status)
    {
        const string start = "message=";

        var answer = await Post(new StringContent(
            start + new string('m', length - start.Length), new MediaTypeHeaderValue("application/x-www-form-urlencoded")));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_sends_too_many_is_asked_to_wait_but_may_repeat_and_err()
    {
        await using var strict = await app.Start(perMinute: 1);
        using var visitor = ContactApp.Client(strict);
        var key = NewKey();
        Task<HttpResponseMessage> Sent(string? with, params (string, string)[] changed)
        {
            var fields = new Dictionary<string, string>(Fields);
            foreach (var (field, value) in changed)
                fields[field] = value;
            return Post(Body("json", fields), with, visitor: visitor);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Sent(null, ("email", "jet"))).StatusCode);
        await (await Sent(null, ("website", "spam"))).Reference();
        await (await Sent(key)).Reference();
        await (await Sent(key)).Reference();
        var refused = await Sent(null);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_comes_in_never_is_a_fault_of_ours(int seed)
    {
        var forms = new RandomForms(seed);
        for (var count = 0; count < 60; count++)
        {
            var (content, key) = forms.Next();
            using var answer = await Post(content, key);
            Assert.True((int)answer.StatusCode is 202 or 400 or 413 or 415 or 422, $"form {count} of seed {seed}: {answer.StatusCode}");
        }
    }

    private Task<HttpResponseMessage> Post(HttpContent content, string? key = null, string? accept = null, HttpClient? visitor = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/contact") { Content = content };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return (visitor ?? app.Visitor).SendAsync(request);
    }

    private static string NewKey() => $"key-{Interlocked.Increment(ref keys)}";

    private static JsonContent Json(object value) => JsonContent.Create(value);

    private static HttpContent Body(string form, Dictionary<string, string> fields)
    {
        if (form == "json")
            return Json(fields);
        if (form == "urlencoded")
            return new FormUrlEncodedContent(fields);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return content;
    }
}
