using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.PrivacyRequests;

public sealed class WebsiteRequestTests : RequestsWorld
{
    [Fact]
    public async Task It_exists_once_its_mail_address_is_confirmed_and_was_received_when_it_came()
    {
        Assert.Equal(StatusCodes.Status202Accepted, (await Ask(Form())).Status);
        var token = await Token();
        var id = Id.Parse(token[..32]);
        Assert.Empty(await Listed());
        Assert.Equal(StatusCodes.Status404NotFound, (await Get(id)).Status);
        Assert.Equal(StatusCodes.Status404NotFound, (await Close(id, new { outcome = "done" })).Status);
        world.MoveTo(world.Today.AddDays(7));

        var confirmed = await Confirm(token);

        Assert.Equal((StatusCodes.Status200OK, "2026-11-23", "2026-12-23"), (
            confirmed.Status, confirmed.Json.GetProperty("receivedOn").GetString(), confirmed.Json.GetProperty("deadline").GetString()));
        Assert.Equal([$"{id}"], await Listed());
        Assert.Contains("uiterlijk op 23 december 2026 antwoord", Text(Assert.Single(await Sent(ReceivedLetter.Name))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_never_confirmed_is_gone_in_a_week_and_its_link_leads_nowhere()
    {
        await Ask(Form());
        var token = await Token();
        world.MoveTo(world.Today.AddDays(8));

        Assert.Equal(StatusCodes.Status404NotFound, (await Confirm(token)).Status);
        await world.Get<Sweep>().Run(Decider.Sweep, None);

        Assert.Empty(await world.Storage.Rows(RequestRegister.TableName));
    }

    [Fact]
    public async Task Erased_and_sent_again_on_one_day_it_is_another_request_that_no_replay_destroys()
    {
        await Ask(Form());
        var first = Id.Parse((await Token())[..32]);
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(Make.Email)], "officer", None);

        await Ask(Form());
        await Ask(Form());
        var token = await Token();
        await Confirm(token);
        await world.Get<Replay>().Run("officer", None);

        Assert.NotEqual(first, Id.Parse(token[..32]));
        Assert.Equal([token[..32]], await Listed());
    }

    [Fact]
    public async Task The_practice_is_told_a_reference_and_nothing_of_the_person()
    {
        await Ask(Form());
        await Confirm(await Token());
        await Sent(ReceivedLetter.Name);

        var notice = Assert.Single(SendGrid.Received, mail => mail.GetProperty("subject").GetString()!.StartsWith("Privacyverzoek", StringComparison.Ordinal));

        Assert.Contains("https://app.voorbeeld.nl/staff/requests/", Text(notice), StringComparison.Ordinal);
        Assert.All(["Anna", "anna@", "12345678", "Wat weten"], personal => Assert.DoesNotContain(personal, notice.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whether_the_person_is_known_changes_neither_the_answer_nor_what_is_done_for_it()
    {
        await world.Given.OrderWithScan("known@example.nl");
        await world.Given.Message("known@example.nl");

        var (stranger, strangerCalls) = await Counted(Form(email: "stranger@example.nl"));
        var (known, knownCalls) = await Counted(Form(email: "known@example.nl"));

        Assert.Equal((stranger.Status, stranger.ContentType), (known.Status, known.ContentType));
        Assert.Equal(["reference", "confirmUntil"], Names(stranger));
        Assert.Equal(["reference", "confirmUntil"], Names(known));
        Assert.Equal(strangerCalls, knownCalls);
    }

    [Fact]
    public async Task A_link_that_is_looked_at_confirms_nothing_and_one_that_is_used_twice_is_used_once()
    {
        await Ask(Form());
        var token = await Token();

        var looked = await Confirm(token, request => request.Method = HttpMethods.Head);
        Assert.Equal(StatusCodes.Status200OK, looked.Status);
        Assert.Empty(await Listed());
        var (once, twice) = (await Confirm(token), await Confirm(token));

        Assert.Equal(once.Body, twice.Body);
        Assert.Single(await Listed());
        Assert.Single(await Sent(ReceivedLetter.Name));
    }

    [Fact]
    public async Task Every_other_link_is_refused_alike()
    {
        await Ask(Form());
        var own = await Token();
        await Ask(Form("erasure"));
        var other = await Token();

        var refused = new List<Answer>();
        foreach (var token in (string[])[own[..32] + other[32..], own[..63] + (own[63] == '0' ? '1' : '0'), own[..32], own + "0", $"{world.NewId()}{own[32..]}", "x"])
            refused.Add(await Confirm(token));

        Assert.All(refused, answer => Assert.Equal((StatusCodes.Status404NotFound, refused[0].Body), (answer.Status, answer.Body)));
        Assert.Empty(await Listed());
    }

    [Fact]
    public async Task Nothing_that_is_stored_opens_a_link()
    {
        await Ask(Form());
        var secret = (await Token())[32..];

        foreach (var table in StorageSetup.RecordTables)
            Assert.All(await world.Storage.Rows(table), row => Assert.DoesNotContain(secret, string.Join("|", row.Select(each => each.Value)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_is_not_confirmed_delays_no_other()
    {
        await Ask(Form(text: "Eerst"));
        await Token();
        world.MoveTo(world.Today.AddDays(3));
        await Ask(Form(text: "Toen"));

        await Confirm(await Token());

        var only = Assert.Single((await List()).GetProperty("items").EnumerateArray());
        Assert.Equal("2026-11-26", only.GetProperty("receivedOn").GetString());
    }

    [Fact]
    public async Task What_is_sent_twice_is_one_request()
    {
        var (first, second) = (await Ask(Form()), await Ask(Form()));

        Assert.Equal(first.Body, second.Body);
        Assert.Single(await world.Storage.Rows(RequestRegister.TableName));
        Assert.Single(await Sent(ConfirmLetter.Name));
    }

    [Fact]
    public async Task One_mail_address_is_sent_five_letters_an_hour_at_most_and_others_theirs()
    {
        var answers = new List<int>();
        for (var asked = 0; asked < 6; asked++)
            answers.Add((await Ask(Form(text: $"Vraag {asked}", email: asked % 2 == 0 ? Make.Email : Make.Email.ToUpperInvariant()))).Status);

        Assert.Equal([202, 202, 202, 202, 202, 429], answers);
        Assert.Equal(StatusCodes.Status202Accepted, (await Ask(Form(email: "bea@example.nl"))).Status);
        Assert.Equal(6, (await Sent(ConfirmLetter.Name)).Count);
    }

    [Fact]
    public async Task A_script_does_the_work_first_and_a_browser_without_one_need_not()
    {
        await using var strict = await world.Beside(Options with { Settings = new Dictionary<string, string?> { ["Contact:RequireProof"] = "true" } });
        Task<Answer> Submit(string contentType, string accept, string body) => Answer.Of<SubmitPrivacyRequest>(
            strict, (function, request) => function.Run(request, None), compose: request =>
            {
                request.Headers.Remove("Authorization");
                request.Headers.Accept = accept;
                request.Send(contentType, Encoding.UTF8.GetBytes(body));
            });

        var script = await Submit("application/json", "application/json", """{"kind":"access","name":"Anna","email":"anna@example.nl"}""");
        var browser = await Submit("application/x-www-form-urlencoded", Browser, "kind=access&name=Anna&email=anna%40example.nl");
        var changed = await Submit("application/x-www-form-urlencoded", Browser, "kind=access&name=Bea&email=bea%40example.nl&altcha=x");

        Assert.Equal(["altcha"], script.Fields);
        Assert.Equal(StatusCodes.Status202Accepted, browser.Status);
        Assert.Equal(StatusCodes.Status422UnprocessableEntity, changed.Status);
        Assert.Contains("We konden het formulier niet goed lezen.", changed.Body, StringComparison.Ordinal);
        Assert.Single(await world.Storage.Rows(RequestRegister.TableName));
    }

    [Fact]
    public async Task A_robot_is_answered_the_same_and_asks_nothing()
    {
        var robot = await Ask(new { kind = "access", name = "Bot", email = "bot@example.nl", language = "nl", website = "https://spam.example" });

        Assert.Equal(StatusCodes.Status202Accepted, robot.Status);
        Assert.Equal(["reference", "confirmUntil"], Names(robot));
        Assert.Empty(await world.Storage.Rows(RequestRegister.TableName));
        Assert.Empty(await Sent(ConfirmLetter.Name));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var answer = await Ask(new { name = " ", email = "anna", phone = "1", text = "bsn 123456782", language = "fr" });

        Assert.Equal(StatusCodes.Status422UnprocessableEntity, answer.Status);
        Assert.Equal(["kind", "name", "email", "phone", "text", "language"], answer.Fields);
    }

    [Fact]
    public async Task A_kind_that_there_is_not_is_refused_by_its_name() => Assert.Equal(["kind"], (await Ask(Form("access2"))).Fields);

    [Theory]
    [InlineData("text/html", "Kijk in je mail")]
    [InlineData("application/json", "\"reference\"")]
    public async Task A_browser_without_script_gets_a_page_and_its_letter_all_the_same(string accept, string told)
    {
        var answer = await Page("kind=erasure&name=Anna&email=anna%40example.nl&language=nl", accept);

        Assert.Equal(StatusCodes.Status202Accepted, answer.Status);
        Assert.Contains(told, answer.Body, StringComparison.Ordinal);
        Assert.Equal(accept == "text/html", answer.Body.Contains($"Bevestig je verzoek uiterlijk op {LetterBody.Day(world.Today.AddDays(6), "nl")} ", StringComparison.Ordinal));
        var confirmed = await Confirm(await Token(), request => request.Headers.Accept = Browser);
        Assert.Contains("<h1>Je verzoek is bevestigd</h1>", confirmed.Body, StringComparison.Ordinal);
        Assert.Contains("Deze link werkt niet", (await Confirm("x", request => request.Headers.Accept = Browser)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_gives_the_page_back_with_every_field_kept()
    {
        var answer = await Page("kind=erasure&name=%3Cb%3EAnna&email=anna&text=Graag&language=en", "text/html");

        Assert.Equal(StatusCodes.Status422UnprocessableEntity, answer.Status);
        Assert.Contains("<option value=\"erasure\" selected>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;Anna\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains(">Graag</textarea>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Enter an email address such as name@example.com", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<title>Error: Make a privacy request", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<h2>One thing is not right yet</h2>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind=erasure&name=Anna&email=anna%40example.nl&text=caf%E9", StatusCodes.Status400BadRequest, "text")]
    [InlineData("kind=erasure&name=Anna&email=anna%40example.nl&text=Een&text=Twee", StatusCodes.Status422UnprocessableEntity, "text")]
    [InlineData("kind=erasure&name=Anna&email=anna%40example.nl&next=https%3A%2F%2Fevil.example", StatusCodes.Status422UnprocessableEntity, null)]
    public async Task So_does_what_cannot_be_read_or_was_changed_on_the_way(string body, int status, string? field)
    {
        var answer = await Page(body, "text/html");

        Assert.Equal(status, answer.Status);
        Assert.Contains("<h1>Doe een privacyverzoek</h1>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("niet goed lezen", answer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"anna@example.nl\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(field is not null, answer.Body.Contains($"id=\"{field}-why\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", StatusCodes.Status202Accepted, null)]
    [InlineData("&next=https%3A%2F%2Fsite.example%2Fverzoek", StatusCodes.Status303SeeOther, "https://site.example/verzoek")]
    [InlineData("&next=https%3A%2F%2Fevil.example", StatusCodes.Status422UnprocessableEntity, null)]
    public async Task A_browser_without_script_goes_where_the_form_says_if_it_may(string next, int status, string? page)
    {
        await using var site = await world.Beside(Options with
        {
            Settings = new Dictionary<string, string?> { ["Contact:ThanksPages:0"] = "https://site.example/bedankt", ["Contact:ThanksPages:1"] = "https://site.example/verzoek" },
        });
        var answer = await Answer.Of<SubmitPrivacyRequest>(site, (function, request) => function.Run(request, None), compose: request =>
        {
            request.Headers.Remove("Authorization");
            request.Headers.Accept = Browser;
            request.Send("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes($"kind=access&name=Anna&email=anna%40example.nl{next}"));
        });

        Assert.Equal((status, page), (answer.Status, answer.Headers.Location.FirstOrDefault()));
        Assert.DoesNotContain("evil.example", answer.Body, StringComparison.Ordinal);
        Assert.Equal(status == StatusCodes.Status422UnprocessableEntity ? 0 : 1, (await world.Storage.Rows(RequestRegister.TableName)).Count);
    }

    [Fact]
    public async Task While_storage_is_down_the_page_keeps_what_was_written()
    {
        world.Calls.Before = _ => throw new Azure.RequestFailedException("Storage does not answer.");

        var answer = await Page("kind=erasure&name=Anna&email=anna%40example.nl&text=Graag", Browser);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, answer.Status);
        Assert.Contains("Versturen lukt nu even niet", answer.Body, StringComparison.Ordinal);
        Assert.Contains(">Graag</textarea>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_that_is_told_for_confirming_it_is_one_on_which_it_can_be_after_the_nights_sweep()
    {
        var told = (await Ask(Form())).Json.GetProperty("confirmUntil").GetString()!;
        var (token, letter) = (await Token(), Text((await Sent(ConfirmLetter.Name))[^1]));
        world.MoveTo(DateOnly.ParseExact(told, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await world.Get<Sweep>().Run(Decider.Sweep, None);

        Assert.Equal("2026-11-29", told);
        Assert.Contains("uiterlijk op: 29 november 2026", letter, StringComparison.Ordinal);
        Assert.Equal(StatusCodes.Status200OK, (await Confirm(token)).Status);
    }

    [Fact]
    public async Task A_website_that_may_not_send_it_is_refused()
    {
        var answer = await Ask(Form(), request => request.Headers.Origin = "https://evil.example");

        Assert.Equal(StatusCodes.Status403Forbidden, answer.Status);
        Assert.Empty(await world.Storage.Rows(RequestRegister.TableName));
    }

    [Fact]
    public async Task The_form_is_a_page_too() => Assert.Contains("<form method=\"post\" action=\"/api/privacy-requests\"", (await Answer.Of<ShowRequestForm>(
        world, (function, request) => function.Run(request))).Body, StringComparison.Ordinal);

    private Task<Answer> Page(string body, string accept) => Ask(Form(), request =>
    {
        request.Headers.Accept = accept;
        request.Send("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(body));
    });

    private async Task<(Answer Answer, int Calls)> Counted(object form)
    {
        var before = world.Calls.Count;
        var answer = await Ask(form);
        return (answer, world.Calls.Count - before);
    }

    private static IEnumerable<string> Names(Answer answer) => answer.Json.EnumerateObject().Select(member => member.Name);
}
