namespace WelWee3D.Tests.Contact;

/// <summary>How staff find what somebody wrote.</summary>
public sealed class FindMessagesTests(ContactWorld http) : IClassFixture<ContactWorld>
{
    [Theory]
    [InlineData("email=Sofie@BÜCHER.example")]
    [InlineData("email=sofie@xn--bcher-kva.example")]
    [InlineData("phone=06-1200 0009")]
    [InlineData("phone=0031612000009")]
    [InlineData("name=sofie de")]
    [InlineData("name=gröo")]
    [InlineData("name=boer&email=sofie@bücher.example&phone=612000009")]
    public async Task By_mail_by_phone_and_by_the_start_of_a_name(string query)
    {
        var id = await Sent("Sofíe de Groot-Boer", "Sofie@bücher.example", "06 12000009");

        Assert.Contains(id, await Find(query));
    }

    [Fact]
    public async Task By_the_reference_that_its_sender_was_given()
    {
        using var sent = await http.Post(ContactWorld.Body("json", ContactWorld.Fields));
        var told = await sent.Content.ReadFromJsonAsync<JsonElement>();
        var (id, reference) = (told.GetProperty("id").GetString()!, told.GetProperty("reference").GetString()!);

        Assert.Equal([id], await Find($"reference={reference.ToLowerInvariant()}"));
        Assert.Contains(await http.Mail(id), letter =>
            letter.GetProperty("to").GetString() == ContactWorld.Fields["email"] && letter.GetProperty("text").GetString()!.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_of_them_newest_first_with_what_they_say_and_how_long_they_are_kept()
    {
        var first = await Sent("Eerste", "eerste@example.nl", "0612000010");
        http.World.Wait(TimeSpan.FromSeconds(1));
        var second = await Sent("Tweede", "tweede@example.nl", "0612000011");

        var page = await http.Staff.GetFromJsonAsync<JsonElement>("api/contacts?limit=2");

        Assert.Equal([second, first], Ids(page));
        var message = page.GetProperty("items")[0];
        Assert.Equal(
            ("Tweede", "tweede@example.nl", "+31612000011", "Kan het?", http.World.Today.Iso(), "contact-message"),
            (Text(message, "name"), Text(message, "email"), Text(message, "phone"), Text(message, "message"), Text(message, "receivedOn"),
                Text(message.GetProperty("retention"), "rule")));
    }

    [Fact]
    public async Task What_may_only_be_stored_and_what_looked_like_a_robots_is_not_among_them()
    {
        var restricted = await Sent("Beperkt", "beperkt@example.nl", "0612000012");
        await http.World.Get<ContactMessages>().Change(Id.Parse(restricted), message => message with { RestrictedOn = http.World.Today }, default);
        using var robot = await http.Post(JsonContent.Create(new { name = "Beperkt", email = "robot@example.nl", message = "Koop", website = "x" }));
        await robot.Accepted();

        Assert.Empty(await Find("name=beperkt"));
        Assert.Empty(await Find("email=robot@example.nl"));
    }

    [Fact]
    public async Task By_whether_they_were_answered_which_staff_say_and_take_back()
    {
        const string name = "Vragensteller";
        var (open, answered) = (await Sent(name, "vraag@example.nl", "0612000013"), await Sent(name, "antwoord@example.nl", "0612000014"));

        var first = await Answer(answered, true);
        http.World.Wait(TimeSpan.FromDays(1));
        var again = await Answer(answered, true);
        var found = await http.Staff.GetFromJsonAsync<JsonElement>($"api/contacts/{answered}");

        Assert.Equal(("answered", first.GetProperty("receivedOn").GetString()), (Text(first, "state"), Text(first, "answeredOn")));
        Assert.Equal((first.GetRawText(), first.GetRawText()), (again.GetRawText(), found.GetRawText()));
        Assert.NotEmpty(Text(first, "answeredBy"));
        Assert.Equal([[answered], [open]], new[] { await Find($"name={name}&state=answered"), await Find($"name={name}&state=open") });
        Assert.Contains(answered, await Find("state=answered"));
        Assert.DoesNotContain(open, await Find("state=answered"));

        Assert.Equal("open", Text(await Answer(answered, false), "state"));
        Assert.Empty(await Find($"name={name}&state=answered"));
        Assert.Equal([answered, open], await Find($"name={name}&state=open"));
    }

    [Theory]
    [InlineData("{\"answered\":null}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"answered\":\"ja\"}", HttpStatusCode.BadRequest)]
    public async Task Whether_one_was_answered_is_said_in_so_many_words(string body, HttpStatusCode expected)
    {
        var id = await Sent("Twijfel", "twijfel@example.nl", "0612000015");

        using var answer = await http.Staff.PatchAsync($"api/contacts/{id}", new StringContent(body, null, "application/json"));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(["answered"], await answer.Faults());
    }

    [Fact]
    public async Task One_that_may_only_be_stored_is_neither_shown_nor_answered()
    {
        var id = await Sent("Beperkt", "beperkt2@example.nl", "0612000016");
        await http.World.Get<ContactMessages>().Change(Id.Parse(id), message => message with { RestrictedOn = http.World.Today }, default);

        using var shown = await http.Staff.GetAsync($"api/contacts/{id}");
        using var answered = await http.Staff.PatchAsJsonAsync($"api/contacts/{id}", new { answered = true });
        using var unknown = await http.Staff.GetAsync($"api/contacts/{http.World.NewId()}");

        Assert.All([shown, answered], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Equal(["restrictedOn"], await answered.Faults());
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Null((await http.World.Get<ContactMessages>().Find(Id.Parse(id), default))!.AnsweredOn);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("privacy", HttpStatusCode.Forbidden)]
    public async Task By_nobody_but_staff(string? role, HttpStatusCode expected)
    {
        using var answer = await (role is null ? http.Anyone : http.Officer).GetAsync("api/contacts");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("name=qx", "name")]
    [InlineData("state=shipped", "state")]
    [InlineData("email=x&reference=y&continuation=z", "continuation", "email", "reference")]
    public async Task A_question_that_finds_nothing_for_certain_is_refused(string query, params string[] fields)
    {
        using var answer = await http.Staff.GetAsync($"api/contacts?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(fields, (await answer.Faults()).Order());
    }

    private async Task<string> Sent(string name, string email, string phone) =>
        await (await http.Post(JsonContent.Create(new { name, email, phone, message = "Kan het?" }))).Accepted();

    private async Task<JsonElement> Answer(string id, bool answered)
    {
        using var answer = await http.Staff.PatchAsJsonAsync($"api/contacts/{id}", new { answered });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<IReadOnlyList<string>> Find(string query)
    {
        using var answer = await http.Staff.GetAsync($"api/contacts?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Ids(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static IReadOnlyList<string> Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(message => Text(message, "id"))];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
