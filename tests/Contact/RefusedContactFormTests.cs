using System.Net.Http.Headers;

namespace WelWee3D.Tests.Contact;

public sealed class RefusedContactFormTests(ContactWorld http) : IClassFixture<ContactWorld>
{
    [Fact]
    public async Task A_key_that_was_used_for_another_message_is_refused()
    {
        var key = ContactWorld.NewKey();
        await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted();

        var answer = await http.Post(ContactWorld.Body("json", new Dictionary<string, string>(ContactWorld.Fields) { ["message"] = "Iets anders" }), key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["Idempotency-Key"], await answer.Faults());
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var answer = await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["Idempotency-Key"], await answer.Faults());
    }

    [Fact]
    public async Task Every_field_that_will_not_do_is_named()
    {
        var answer = await http.Post(ContactWorld.Body("urlencoded", new Dictionary<string, string> { ["email"] = "jet", ["phone"] = "1", ["locale"] = "fr", ["next"] = "https://evil.example" }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["email", "locale", "message", "name", "next", "phone"], (await answer.Faults()).Order());
    }

    [Fact]
    public async Task What_has_the_wrong_type_and_what_will_not_do_are_told_at_once()
    {
        var answer = await http.Post(new StringContent("""{"name":1,"email":"jet","phone":"1"}""", new MediaTypeHeaderValue("application/json")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["name", "email", "phone", "message"], await answer.Faults());
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"name\":1}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("--x", "multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"colour\":\"red\",\"colour\":1}", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("<name/>", "text/xml", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("x", null, HttpStatusCode.UnsupportedMediaType)]
    public async Task What_cannot_be_read_is_refused(string body, string? type, HttpStatusCode status)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var answer = await http.Post(content);

        Assert.Equal(status, answer.StatusCode);
        await answer.Faults();
    }

    [Theory]
    [InlineData("text/plain; charset=utf-7", "hallo")]
    [InlineData("text/plain; charset=utf-16", "hallo")]
    public async Task A_part_in_another_character_set_is_refused_by_name(string type, string message)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in ContactWorld.Fields.Where(field => field.Key != "message"))
            content.Add(new StringContent(value), name);
        var part = new StringContent(message);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        content.Add(part, "message");

        var answer = await http.Post(content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["message"], await answer.Faults());
    }

    [Theory]
    [InlineData(65_536, HttpStatusCode.UnprocessableEntity)]
    [InlineData(65_537, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_has_at_most_64_KiB(int length, HttpStatusCode status)
    {
        const string start = "message=";

        var answer = await http.Post(new StringContent(
            start + new string('m', length - start.Length), new MediaTypeHeaderValue("application/x-www-form-urlencoded")));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_sends_too_many_is_asked_to_wait_but_may_repeat_and_err()
    {
        await using var strict = await http.World.Beside(new WorldOptions
        {
            ServesHttp = true, Settings = new Dictionary<string, string?> { ["Contact:PerMinute"] = "2" },
        });
        using var visitor = HttpWorld.Client(strict);
        var key = ContactWorld.NewKey();
        Task<HttpResponseMessage> Sent(string? with, params (string, string)[] changed)
        {
            var fields = new Dictionary<string, string>(ContactWorld.Fields);
            foreach (var (field, value) in changed)
                fields[field] = value;
            return http.Post(ContactWorld.Body("json", fields), with, visitor: visitor);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Sent(null, ("email", "jet"))).StatusCode);
        await (await Sent(null, ("website", "spam"))).Accepted();
        await (await Sent(key)).Accepted();
        await (await Sent(key)).Accepted();
        var refused = await Sent(null);
        var robot = await Sent(null, ("website", "spam"));

        Assert.All([refused, robot], answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Who_only_makes_up_keys_is_asked_to_wait_before_storage_is_asked_anything()
    {
        await using var strict = await http.World.Beside(new WorldOptions
        {
            ServesHttp = true, Settings = new Dictionary<string, string?> { ["Contact:PerMinute"] = "1", ["Contact:RequireProof"] = "true" },
        });
        using var visitor = HttpWorld.Client(strict);
        Task<HttpResponseMessage> Sent() => http.Post(ContactWorld.Body("json", ContactWorld.Fields), ContactWorld.NewKey(), visitor: visitor);
        foreach (var _ in Enumerable.Range(0, 2))
            using (await Sent()) { }
        var asked = 0;
        strict.Calls.Before = _ => { Interlocked.Increment(ref asked); return Task.CompletedTask; };

        using var refused = await Sent();

        Assert.Equal((HttpStatusCode.TooManyRequests, 0), (refused.StatusCode, asked));
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
            using var answer = await http.Post(content, key);
            Assert.True((int)answer.StatusCode is 202 or 400 or 413 or 415 or 422, $"form {count} of seed {seed}: {answer.StatusCode}");
        }
    }
}
