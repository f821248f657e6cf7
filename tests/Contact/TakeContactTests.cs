using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Contact;

/// <summary>Messages that staff take by phone and by mail.</summary>
public sealed class TakeContactTests(ContactWorld http) : IClassFixture<ContactWorld>
{
    [Fact]
    public async Task One_taken_by_phone_is_kept_for_five_years_from_the_day_it_was_received()
    {
        var on = http.World.Today.AddDays(-3);

        using var answer = await Post(Body(on, email: null));
        var taken = await Read(answer, HttpStatusCode.Created);
        var shown = await http.Staff.GetFromJsonAsync<JsonElement>(answer.Headers.Location);

        Assert.EndsWith($"/api/contacts/{Text(taken, "id")}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal($"{Reference.Of(Id.Parse(Text(taken, "id")))}", Text(taken, "reference"));
        Assert.Equal(
            ("contact-message", on.Iso(), on.AddYears(5).Iso()),
            (Text(taken.GetProperty("retention"), "rule"), Text(taken.GetProperty("retention"), "start"), Text(taken.GetProperty("retention"), "deadline")));
        Assert.Equal(
            ("phone", on.Iso(), "+31612345678", JsonValueKind.Null),
            (Text(shown, "channel"), Text(shown, "receivedOn"), Text(shown, "phone"), shown.TryGetProperty("email", out var email) ? email.ValueKind : JsonValueKind.Null));
    }

    [Theory]
    [InlineData("email", "")]
    [InlineData("channel", "form")]
    [InlineData("channel", null)]
    [InlineData("receivedOn", null)]
    [InlineData("receivedOn", "tomorrow")]
    [InlineData("receivedOn", "1999-12-31")]
    [InlineData("message", "Mijn bsn is 111222333.")]
    [InlineData("name", "Anna 111222333")]
    public async Task What_will_not_do_is_refused_by_its_field(string field, string? value)
    {
        var body = Body(http.World.Today, phone: null);
        body[field] = value == "tomorrow" ? http.World.Today.AddDays(1).Iso() : value;

        using var answer = await Post(body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], await answer.Faults());
    }

    [Theory]
    [InlineData("phone", "PRAKTIJK")]
    [InlineData("mail", "INFO")]
    public async Task Only_mail_lies_in_a_mailbox_and_only_in_one_that_there_is(string channel, string mailbox)
    {
        var body = Body(http.World.Today);
        (body["channel"], body["mailbox"]) = (channel, mailbox);

        using var answer = await Post(body);

        Assert.Equal(["mailbox"], await answer.Faults());
    }

    [Fact]
    public async Task Of_one_that_came_by_mail_it_is_known_where_its_copy_is_until_it_turns_out_to_have_been_a_call()
    {
        var body = Body(http.World.Today.AddDays(-1));
        body["channel"] = "mail";

        var taken = await Read(await Post(body), HttpStatusCode.Created);
        var right = await Read(await Patch(Text(taken, "id"), new { channel = "phone", mailbox = (string?)null, reason = "Was gebeld" }), HttpStatusCode.OK);

        Assert.Equal(("PRAKTIJK", http.World.Today.AddDays(-1).Iso()), (Text(taken.GetProperty("mailCopy"), "mailbox"), Text(taken.GetProperty("mailCopy"), "day")));
        Assert.False(right.TryGetProperty("mailCopy", out var left) && left.ValueKind != JsonValueKind.Null);
    }

    [Fact]
    public async Task One_so_old_that_it_would_go_within_days_is_taken_when_that_is_known()
    {
        var old = Body(http.World.Today.AddYears(-5).AddDays(8));

        using var told = await Post(old);
        var problem = await told.Content.ReadFromJsonAsync<JsonElement>();
        old["destroysNow"] = true;
        using var taken = await Post(old);

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Equal("contact-message", Text(Assert.Single(problem.GetProperty("wouldDestroy").EnumerateArray()), "rule"));
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Fact]
    public async Task Sent_again_under_its_key_it_is_one_message_and_another_message_is_refused()
    {
        var (key, body) = (ContactWorld.NewKey(), Body(http.World.Today, name: "Herhaald"));

        var first = await Read(await Post(body, key), HttpStatusCode.Created);
        http.World.Wait(TimeSpan.FromSeconds(5));
        var again = await Read(await Post(body, key), HttpStatusCode.Created);
        body["message"] = "Iets anders";
        using var other = await Post(body, key);

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(["Idempotency-Key"], await other.Faults());
        Assert.Single(await Find("name=Herhaald"));
    }

    [Fact]
    public async Task One_that_was_erased_does_not_come_back_when_its_request_does()
    {
        var (key, email) = (ContactWorld.NewKey(), "gewist@example.nl");
        await Read(await Post(Body(http.World.Today, email), key), HttpStatusCode.Created);
        await http.World.Get<Erasure>().Erase([http.World.Get<SubjectKeys>().OfEmail(email)], "officer", default);

        using var again = await Post(Body(http.World.Today, email), key);

        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Empty(await Find($"email={email}"));
    }

    [Fact]
    public async Task The_days_on_which_they_were_received_find_them_the_newest_day_first()
    {
        var (early, late) = (new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 2));
        var first = await Taken(Body(early, name: "Vroege Vogel"));
        var second = await Taken(Body(late, name: "Late Vogel"));

        Assert.Equal([second, first], await Find("from=2024-03-01&until=2024-03-02"));
        Assert.Equal([first], await Find("until=2024-03-01&from=2024-01-01"));
        Assert.Equal([first], await Find("name=vogel&until=2024-03-01"));
        Assert.Equal(await Find("from=2024-03-01&until=2024-03-02"), await Pages("from=2024-03-01&until=2024-03-02", limit: 1));

        // Set right, it is found under the day that it is of now.
        await Read(await Patch(first, new { receivedOn = "2024-03-05", reason = "Verkeerde dag" }), HttpStatusCode.OK);
        Assert.Equal([first], await Find("from=2024-03-03&until=2024-03-31"));
        Assert.DoesNotContain(first, await Find("from=2024-03-01&until=2024-03-02"));
        Assert.Equal(new DateOnly(2029, 3, 5), (await http.World.Get<ContactMessages>().Find(Id.Parse(first), default))!.Due.On);
    }

    [Theory]
    [InlineData("from=2024-02-30", "from")]
    [InlineData("from=2024-03-02&until=2024-03-01", "until")]
    public async Task Days_that_there_are_not_are_refused(string query, string field)
    {
        using var answer = await http.Staff.GetAsync($"api/contacts?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], await answer.Faults());
    }

    [Fact]
    public async Task Each_field_is_set_right_with_a_reason_and_found_by_what_it_is_now()
    {
        var id = await Taken(Body(http.World.Today, "fout@example.nl", name: "Foute Naam"));

        using var unexplained = await Patch(id, new { name = "Goede Naam" });
        var right = await Read(
            await Patch(id, new { name = "Goede Naam", email = "goed@example.nl", phone = (string?)null, message = "Anders", locale = "en", channel = "mail", reason = "Misverstaan" }),
            HttpStatusCode.OK);

        Assert.Equal(["reason"], await unexplained.Faults());
        Assert.Equal(
            ("Goede Naam", "goed@example.nl", "Anders", "en", "mail", http.World.Today.Iso()),
            (Text(right, "name"), Text(right, "email"), Text(right, "message"), Text(right, "locale"), Text(right, "channel"), Text(right, "rectifiedOn")));
        Assert.Equal([[id], []], new[] { await Find("email=goed@example.nl"), await Find("email=fout@example.nl") });
        var stored = (await http.World.Get<ContactMessages>().Find(Id.Parse(id), default))!;
        Assert.Equal((null, "Misverstaan"), (stored.Phone, stored.RectificationReason));
    }

    [Fact]
    public async Task What_cannot_be_is_not_set_right()
    {
        var id = await Taken(Body(http.World.Today, phone: null));

        using var nobody = await Patch(id, new { email = (string?)null, reason = "Weg ermee" });
        using var form = await Patch(id, new { channel = "form", reason = "Toch niet" });
        using var number = await Patch(id, new { message = "Bsn 111222333", reason = "Aanvulling" });
        using var soon = await Patch(id, new { receivedOn = http.World.Today.AddYears(-5), reason = "Verkeerde dag" });

        Assert.Equal([["email"], ["channel"], ["message"], ["destroysNow"]], new[] { await nobody.Faults(), await form.Faults(), await number.Faults(), await soon.Faults() });
        Assert.Equal(HttpStatusCode.Conflict, soon.StatusCode);
    }

    [Fact]
    public async Task A_colleague_is_told_by_its_reference_and_a_link_and_nobody_else_is()
    {
        var id = await Taken(Body(http.World.Today, "doorgestuurd@example.nl", name: "Wilhelmina"));

        using var unknown = await Patch(id, new { forwardedTo = "kapper" });
        var given = await Read(await Patch(id, new { forwardedTo = "planning" }), HttpStatusCode.OK);
        await Read(await Patch(id, new { forwardedTo = "planning" }), HttpStatusCode.OK);
        var letter = Assert.Single(await http.Mail(id));

        Assert.Equal(["forwardedTo"], await unknown.Faults());
        Assert.Equal(("planning", http.World.Today.Iso()), (Text(given, "forwardedTo"), Text(given, "forwardedOn")));
        Assert.NotEmpty(Text(given, "forwardedBy"));
        Assert.Equal("planning@voorbeeld.nl", Text(letter, "to"));
        Assert.Contains($"/staff/messages/{id}", Text(letter, "text"), StringComparison.Ordinal);
        Assert.All(["Wilhelmina", "doorgestuurd", "zittend"], word => Assert.DoesNotContain(word, letter.GetRawText(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Whoever_looks_at_one_is_in_the_audit()
    {
        var id = await Taken(Body(http.World.Today));
        await http.Staff.GetAsync($"api/contacts/{id}");

        var audit = await http.Officer.GetFromJsonAsync<JsonElement>($"api/audit?from={http.World.Today.Iso()}&limit=100");

        var actions = audit.GetProperty("items").EnumerateArray().Where(happened => Text(happened, "object") == $"message|{id}").Select(happened => Text(happened, "action"));
        Assert.Equal(["POST contacts", "GET contacts/{id}"], actions);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("privacy", HttpStatusCode.Forbidden)]
    public async Task By_nobody_but_staff(string? role, HttpStatusCode expected)
    {
        using var answer = await (role is null ? http.Anyone : http.Officer).PostAsJsonAsync("api/contacts", Body(http.World.Today));

        Assert.Equal(expected, answer.StatusCode);
    }

    private static JsonObject Body(DateOnly on, string? email = "anna@example.nl", string? phone = "06 12345678", string name = "Anna") => new()
    {
        ["name"] = name, ["email"] = email, ["phone"] = phone, ["message"] = "Kan het ook zittend?", ["channel"] = "phone", ["receivedOn"] = on.Iso(),
    };

    private async Task<HttpResponseMessage> Post(JsonObject body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/contacts") { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await http.Staff.SendAsync(request);
    }

    private Task<HttpResponseMessage> Patch(string id, object changes) => http.Staff.PatchAsJsonAsync($"api/contacts/{id}", changes);

    private async Task<string> Taken(JsonObject body) => Text(await Read(await Post(body), HttpStatusCode.Created), "id");

    private static async Task<JsonElement> Read(HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            Assert.Equal(expected, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    private async Task<IReadOnlyList<string>> Find(string query) => Ids(await http.Staff.GetFromJsonAsync<JsonElement>($"api/contacts?{query}"));

    private async Task<IReadOnlyList<string>> Pages(string query, int limit)
    {
        var found = new List<string>();
        for (var place = ""; ;)
        {
            var page = await http.Staff.GetFromJsonAsync<JsonElement>($"api/contacts?{query}&limit={limit}{place}");
            found.AddRange(Ids(page));
            if (!page.TryGetProperty("continuation", out var next) || next.GetString() is not { } continuation)
                return found;
            place = $"&continuation={continuation}";
        }
    }

    private static IReadOnlyList<string> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(message => Text(message, "id"))];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
