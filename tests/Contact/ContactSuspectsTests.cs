namespace WelWee3D.Tests.Contact;

public sealed class ContactSuspectsTests(ContactWorld http) : IClassFixture<ContactWorld>
{
    [Fact]
    public async Task Staff_can_take_what_looked_like_a_robots_as_if_it_had_been_taken_when_it_came()
    {
        var reference = await Suspected();
        Assert.Contains(reference, await Listed());
        Assert.Empty(await http.Mail(reference));

        using var first = await Accept(reference);
        using var again = await Accept(reference);

        Assert.All([first, again], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.DoesNotContain(reference, await Listed());
        Assert.Equal(2, (await http.Mail(reference)).Length);
        var message = (await http.World.Get<ContactMessages>().Find(Id.Parse(reference), default))!;
        Assert.Equal(("Jet <b>", "Hallo\nwereld", ContactChannel.Form, http.World.Today), (message.Name, message.Message, message.Channel, message.ReceivedOn));
        Assert.Empty(await http.World.Storage.RowKeys(DueIndex.TableName, $"suspect|{reference}"));
    }

    [Theory]
    [InlineData("2027-01-05T22:10:00+01:00", "2027-01-06T22:00:00+01:00")]
    [InlineData("2027-01-05T00:00:00+01:00", "2027-01-06T00:00:00+01:00")]
    [InlineData("2027-01-05T23:59:59+01:00", "2027-01-06T23:45:00+01:00")]
    [InlineData("2027-03-27T23:50:00+01:00", "2027-03-28T23:45:00+02:00")]
    public async Task It_can_be_taken_for_24_hours_and_is_gone_when_they_are_over(string received, string gone)
    {
        var (at, end) = (DateTimeOffset.Parse(received, null), DateTimeOffset.Parse(gone, null));
        await using var world = await World.Start(new() { At = at });
        var suspects = world.Get<ContactSuspects>();
        var suspect = ContactSuspect.From(Make.Message(world.Now), isProven: true);
        await suspects.Add(suspect, default);
        var night = Amsterdam.StartOf(world.Today.AddDays(1)).AddHours(2);
        if (night < end)
        {
            world.MoveTo(night);
            Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);
        }

        world.MoveTo(end - ContactSuspect.Look);
        await world.Function<DestroyContactSuspects>().Run(new TimerInfo(), default);
        Assert.Single(await suspects.From(null, 10, default));
        world.MoveTo(end);
        await world.Function<DestroyContactSuspects>().Run(new TimerInfo(), default);

        Assert.Empty(await world.Storage.Rows(ContactSuspects.TableName));
        Assert.Empty(await world.DueRows());
        Assert.Equal("contact-suspect", (await world.Get<Certificates>().NewestFirst(null, 1, default).FirstAsync()).Read().Why.Rule);
    }

    [Fact]
    public async Task While_the_clock_may_be_wrong_it_stays()
    {
        await using var world = await World.Start(new() { ClockLimits = ClockLimits.Usual });
        await world.Get<Sweep>().Run(Decider.Sweep, default);
        await world.Get<ContactSuspects>().Add(ContactSuspect.From(Make.Message(world.Now), isProven: true), default);
        world.MoveTo(world.Today.AddDays(60));

        await world.Function<DestroyContactSuspects>().Run(new TimerInfo(), default);
        Assert.Single(await world.Storage.Rows(ContactSuspects.TableName));
        await world.Get<LastSweep>().Confirm(world.Today, "officer", default);
        await world.Function<DestroyContactSuspects>().Run(new TimerInfo(), default);

        Assert.Empty(await world.Storage.Rows(ContactSuspects.TableName));
    }

    [Fact]
    public async Task One_that_was_erased_does_not_come_back_with_its_key()
    {
        var key = ContactWorld.NewKey();
        var fields = new Dictionary<string, string>(ContactWorld.Fields) { ["website"] = "https://example.nl", ["email"] = "robot.gone@voorbeeld.nl" };
        var first = await (await http.Post(ContactWorld.Body("json", fields), key)).Accepted();
        await http.World.Get<Erasure>().Erase([http.World.Get<SubjectKeys>().OfEmail("robot.gone@voorbeeld.nl")], "officer", default);

        var second = await (await http.Post(ContactWorld.Body("json", fields), key)).Accepted();

        Assert.Equal(first, second);
        Assert.Null(await http.World.Get<ContactSuspects>().Find(Id.Parse(first), default));
    }

    [Fact]
    public async Task A_request_that_is_repeated_is_kept_aside_once()
    {
        var key = ContactWorld.NewKey();

        Assert.Equal(await Suspected(key), await Suspected(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://example.nl")]
    public async Task Another_text_under_its_key_is_asked_for_under_a_new_one_as_any_other_and_takes_no_place_of_it(string website)
    {
        var key = ContactWorld.NewKey();
        var first = await Suspected(key);

        using var second = await http.Post(ContactWorld.Body("json", Fields(website, "Toch iets anders")), key);
        using var page = await http.Post(
            ContactWorld.Body("urlencoded", Fields(website, "Toch iets anders").Append(new("idempotencyKey", key)).ToDictionary()), accept: ContactWorld.Browser);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Equal(["Idempotency-Key"], await second.Faults());
        Assert.Contains("is al verstuurd", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await http.World.Get<ContactMessages>().Find(Id.Parse(first), default));
        (await Accept(first)).EnsureSuccessStatusCode();
        Assert.Equal("Hallo\nwereld", (await http.World.Get<ContactMessages>().Find(Id.Parse(first), default))!.Message);
    }

    [Fact]
    public async Task It_is_a_message_once_it_comes_again_and_looks_like_a_robots_no_more()
    {
        var key = ContactWorld.NewKey();
        var first = await Suspected(key);

        var second = await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted();
        var third = await Suspected(key);

        Assert.Equal((first, first), (second, third));
        Assert.Equal("Hallo\nwereld", (await http.World.Get<ContactMessages>().Find(Id.Parse(first), default))!.Message);
        Assert.DoesNotContain(first, await Listed());
    }

    [Fact]
    public async Task Where_the_app_died_before_it_was_no_suspect_any_more_whoever_sends_it_again_sees_to_that()
    {
        var key = ContactWorld.NewKey();
        var first = await Suspected(key);
        var suspect = (await http.World.Get<ContactSuspects>().Find(Id.Parse(first), default))!;
        Assert.True(await http.World.Get<ContactMessages>().Add(suspect.ToMessage(), default));

        Assert.Equal(first, await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted());

        Assert.DoesNotContain(first, await Listed());
        Assert.NotNull(await http.World.Get<ContactMessages>().Find(Id.Parse(first), default));
    }

    [Fact]
    public async Task One_that_may_only_be_stored_becomes_no_message_by_coming_again()
    {
        var key = ContactWorld.NewKey();
        var first = await Suspected(key);
        await http.World.Get<ContactSuspects>().Change(Id.Parse(first), found => found with { RestrictedOn = http.World.Today }, default);

        Assert.Equal(first, await (await http.Post(ContactWorld.Body("json", ContactWorld.Fields), key)).Accepted());
        Assert.Null(await http.World.Get<ContactMessages>().Find(Id.Parse(first), default));
    }

    [Fact]
    public async Task They_are_listed_in_pages_oldest_first()
    {
        var references = new[] { await Suspected(), await Suspected(), await Suspected() };

        var page = await http.Staff.GetFromJsonAsync<JsonElement>($"/api/contact/suspects?limit=1&continuation={references[1]}");

        Assert.Equal(references[1], Assert.Single(Ids(page)));
        Assert.Equal(references[2], page.GetProperty("continuation").GetString());
    }

    [Fact]
    public async Task One_that_cannot_be_read_is_left_out()
    {
        await using var world = await World.Start();
        var suspects = new[] { ContactSuspect.From(Make.Message(world.Now), isProven: true), ContactSuspect.From(Make.Message(world.Now), isProven: true) };
        foreach (var suspect in suspects)
            await world.Get<ContactSuspects>().Add(suspect, default);
        await Retention.NotUnderstood.Damaged.Row(world, ContactSuspects.TableName, $"{suspects[0].ReceivedOn.Iso()}|{suspects[0].Id}", "Name", null);

        var found = await world.Get<ContactSuspects>().From(null, 10, default);

        Assert.Equal([suspects[1].Id], found.Select(suspect => suspect.Id));
    }

    [Fact]
    public async Task What_is_restricted_is_neither_listed_nor_taken()
    {
        var reference = await Suspected();
        await http.World.Get<ContactSuspects>().Change(Id.Parse(reference), found => found with { RestrictedOn = http.World.Today }, default);

        using var answer = await Accept(reference);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["restrictedOn"], await answer.Faults());
        Assert.DoesNotContain(reference, await Listed());
    }

    [Theory]
    [InlineData("01a203d546447aea88e48193e22e6096")]
    [InlineData("jet")]
    public async Task What_is_not_there_is_not_found(string id) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Accept(id)).StatusCode);

    private async Task<string> Suspected(string? key = null) =>
        await (await http.Post(ContactWorld.Body("json", Fields("https://example.nl", ContactWorld.Fields["message"])), key)).Accepted();

    /// <param name="website">What stands in the field that nobody sees.</param>
    private static Dictionary<string, string> Fields(string website, string message) =>
        new(ContactWorld.Fields) { ["website"] = website, ["message"] = message };

    private Task<HttpResponseMessage> Accept(string id) => http.Staff.PostAsync($"/api/contact/suspects/{id}/accept", content: null);

    private async Task<string?[]> Listed() => Ids(await http.Staff.GetFromJsonAsync<JsonElement>("/api/contact/suspects?limit=100"));

    private static string?[] Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(each => each.GetProperty("id").GetString())];
}
