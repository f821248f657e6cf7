using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Orders.ByLink;

/// <summary>A client says what may be done with her scan, and takes it back, without knowing anybody at the practice.</summary>
public sealed class ConsentByLinkTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Theory]
    [InlineData("nl", "Je bestelling staat klaar")]
    [InlineData("en", "Your order is ready to begin")]
    public async Task The_letter_of_an_order_that_was_opened_has_her_link_in_her_language(string language, string title)
    {
        await using var own = await World.Start();
        await own.Ask<OpenOrder>(
            (function, request) => function.Run(request, default), new { name = "Anna de Vries", email = "anna@example.nl", language });

        var letter = (await own.Letter(OpenOrder.Letter))!;

        Assert.StartsWith(title, letter, StringComparison.Ordinal);
        Assert.Matches(new Regex("https://app\\.voorbeeld\\.nl/api/consent/[0-9a-f]{64}\n", RegexOptions.None, TimeSpan.FromSeconds(1)), letter);
        Assert.DoesNotContain("anna@", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_sees_what_is_asked_and_each_answer_with_its_words()
    {
        var order = await world.Given.Order(agreed: order => order with
        {
            Consents = [Make.Consent(world.Now, ConsentAnswer.No), Make.Agreed(world.Now.AddSeconds(1)), Make.Consent(world.Now.AddSeconds(2), textVersion: "2019-b")],
        });

        var overview = await Overview(order);

        var purposes = overview.GetProperty("purposes").EnumerateArray().ToDictionary(each => each.GetProperty("purpose").GetString()!);
        Assert.Equal(["make-figurine", "keep-scan", "other-use"], purposes.Keys);
        Assert.All(purposes.Values, each => Assert.Equal(each.GetProperty("sha256").GetString(), Sha256(each.GetProperty("text").GetString()!)));
        Assert.False(purposes["other-use"].TryGetProperty("answer", out _));
        var standing = purposes["make-figurine"].GetProperty("answer");
        Assert.Equal(
            ("yes", "paper", "1", world.Today.Iso(), purposes["make-figurine"].GetProperty("text").GetString()),
            (Text(standing, "answer"), Text(standing, "channel"), Text(standing, "textVersion"), Text(standing, "givenOn"), Text(standing, "text")));
        var answers = overview.GetProperty("answers").EnumerateArray().ToList();
        Assert.Equal(["no", "yes", "yes"], answers.Select(each => Text(each, "answer")));
        Assert.False(answers[2].TryGetProperty("text", out _));
    }

    [Theory]
    [InlineData("nl", "Tot je scan weg is, kun je hier nog van gedachten veranderen.", "weg in de nacht van", "wissen we zelf, uiterlijk op")]
    [InlineData("en", "Until your scan is gone you can still change your mind here.", "gone in the night of", "we wipe ourselves, on")]
    public async Task Before_she_wants_no_figurine_any_more_she_reads_when_her_scan_goes_and_that_is_when_it_does(string language, string told, string goes, string copy)
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Agreed(world.Now), Make.Consent(world.Now)] }, disks: ["SCHIJF-1"]);
        var (night, last) = (LetterBody.Day(world.Today.AddMonths(2).AddDays(-8), language), LetterBody.Day(world.Today.AddMonths(2), language));

        var (_, before) = await Page(HttpMethod.Get, order, $"?language={language}");
        var card = before[before.IndexOf("id=\"make-figurine\"", StringComparison.Ordinal)..before.IndexOf("id=\"keep-scan\"", StringComparison.Ordinal)];
        using var withdrawn = await Answer(order, new { purpose = "make-figurine", answer = "withdrawn", textVersion = "1", language });
        var scan = Assert.Single((await Overview(order)).GetProperty("scans").EnumerateArray()).GetProperty("retention");
        var (_, after) = await Page(HttpMethod.Get, order, $"?language={language}");

        Assert.All([told, $"{goes} {night}", $"{copy} {last}"], each => Assert.Contains(each, card, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        Assert.Equal(("scan-figurine-refused", world.Today.AddMonths(2).Iso()), (Text(scan, "rule"), Text(scan, "deadline")));
        Assert.Contains($"{goes} {night}", after[after.IndexOf("id=\"scans\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_given_anew_lets_her_scan_stay_and_the_night_takes_that_of_who_said_no_more()
    {
        await using var own = await World.Start();
        var agreed = Make.Agreed(own.Now);
        var (kept, gone) = (
            await own.Given.OrderWithScan(agreed: order => order with { Consents = [agreed] }),
            await own.Given.OrderWithScan(agreed: order => order with { Consents = [agreed] }));
        foreach (var order in (Order[])[kept, gone])
            await Answers(own, order, ConsentAnswer.Withdrawn);
        own.MoveTo(own.Today.AddDays(20));
        await Answers(own, kept, ConsentAnswer.Yes);

        own.MoveTo(own.Today.AddDays(60));
        await own.Get<Sweep>().Run(Decider.Sweep, default);

        Assert.Single((await own.Get<OrderStore>().Find(kept.Id, default))!.Scans);
        Assert.Empty((await own.Get<OrderStore>().Find(gone.Id, default))!.Scans);
        Assert.Equal(RetentionSchedule.ScanFigurineRefused.Name, (await own.Get<Certificates>().NewestFirst(null, 1, default).FirstAsync()).Read().Why.Rule);
    }

    [Fact]
    public async Task Of_an_order_from_before_that_was_a_rule_the_weekly_walk_finds_the_day()
    {
        await using var own = await World.Start();
        var order = await own.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Agreed(own.Now)] });
        var former = order.Due;
        order = await own.Given.Change(order, each => each with { Consents = [.. each.Consents, Make.Agreed(own.Now.AddSeconds(1)) with { Answer = ConsentAnswer.No }] });
        // As the version before had left it.
        await own.Storage.Clear(DueIndex.TableName);
        await own.Get<DueIndex>().Put(former with { Version = order.Due.Version }, default);

        await own.Get<Reconciliation>().Run(default);

        Assert.Equal(own.Today.AddMonths(2).AddDays(-8), Assert.Single(await own.DueRows()).On);
    }

    [Fact]
    public async Task A_night_that_is_past_is_the_next_one_and_the_copies_follow_as_soon_as_can_be()
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Consent(world.Now)], OpenedOn = world.Today.AddMonths(-5) }, disks: ["SCHIJF-1"]);
        order = await world.Given.Change(order, found => found.With(found.Scans[0] with { ScannedOn = world.Today.AddMonths(-4) }) with { ShippedOn = world.Today.AddMonths(-3) });

        var (_, before) = await Page(HttpMethod.Get, order);
        using var withdrawn = await Answer(order, new { purpose = "keep-scan", answer = "withdrawn", textVersion = "1", language = "nl", destroysNow = true });
        var (_, after) = await Page(HttpMethod.Get, order);

        Assert.All([before, after], page => Assert.Contains(
            "weg in de eerste nacht die komt. De kopie op onze schijf wissen we daarna zelf, zo snel als we kunnen.", WebUtility.HtmlDecode(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_practice_is_told_by_reference_when_no_figurine_is_to_be_made()
    {
        var order = await world.Given.Order(agreed: order => order with { Consents = [Make.Agreed(world.Now)] });
        var renderer = world.GetAll<ILetterRenderer>().Single(each => each.Kind == NoFigurineLetter.Name);
        Assert.Null(await renderer.Render($"{order.Id}", default));

        using var withdrawn = await Answer(order, new { purpose = "make-figurine", answer = "withdrawn", textVersion = "1", language = "nl", destroysNow = true });

        Assert.Contains(await world.Storage.Rows(Letters.TableName), row => row.RowKey == $"{order.Id}|{NoFigurineLetter.Name}");
        var letter = (await renderer.Render($"{order.Id}", default))!;
        Assert.Equal(world.Get<Microsoft.Extensions.Options.IOptions<MailOptions>>().Value.Practice, letter.To);
        Assert.Contains($"{Reference.Of(order.Id)}", letter.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", letter.Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_gives_and_withdraws_as_easily_one_way_as_the_other()
    {
        var order = await world.Given.Order();

        using var given = await Answer(order, new { purpose = "other-use", answer = "yes", textVersion = "1", language = "nl" });
        using var again = await Answer(order, new { purpose = "other-use", answer = "yes", textVersion = "1", language = "nl" });
        using var withdrawn = await Answer(order, new { purpose = "other-use", answer = "withdrawn", textVersion = "1", language = "nl" });

        Assert.All([given, again, withdrawn], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var answers = (await world.Get<OrderStore>().Find(order.Id, default))!.Consents;
        Assert.Equal([ConsentAnswer.Yes, ConsentAnswer.Withdrawn], answers.Select(each => each.Answer!.Value));
        Assert.All(answers, each => Assert.Equal((Channel.Link, ConsentGiven.ByClient), (each.Channel!.Value, each.RecordedBy)));
    }

    [Fact]
    public async Task To_withdraw_tells_first_what_goes_and_when_and_the_night_takes_it()
    {
        await using var own = await World.Start(new() { ServesHttp = true });
        using var client = HttpWorld.Client(own);
        var order = await own.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Consent(own.Now)], OpenedOn = own.Today.AddMonths(-4) });
        await own.Given.Change(order, each => each.With(each.Scans[0] with { ScannedOn = own.Today.AddMonths(-4) }) with { ShippedOn = own.Today.AddMonths(-3) });
        var withdrawal = new { purpose = "keep-scan", answer = "withdrawn", textVersion = "1", language = "nl" };

        using var told = await client.PostAsJsonAsync(Link(own, order), withdrawal);
        var before = await own.Get<OrderStore>().Find(order.Id, default);
        using var done = await client.PostAsJsonAsync(Link(own, order), new { withdrawal.purpose, withdrawal.answer, withdrawal.textVersion, withdrawal.language, destroysNow = true });
        own.MoveTo(own.Today.AddDays(1));
        await own.Get<Sweep>().Run(Decider.Sweep, default);

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var goes = (await told.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("wouldDestroy")[0];
        Assert.Equal(("scan", $"{order.Scans[0].Id}"), (Text(goes, "kind"), Text(goes, "id")));
        Assert.Single(before!.Consents);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Empty((await own.Get<OrderStore>().Find(order.Id, default))!.Scans);
    }

    [Fact]
    public async Task What_would_go_is_on_the_page_before_its_button_with_the_day_and_the_copies()
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Consent(world.Now)], ShippedOn = world.Today }, disks: ["SCHIJF-1"]);

        var (status, page) = await Page(HttpMethod.Get, order);
        var overview = await Overview(order);

        Assert.Equal(HttpStatusCode.OK, status);
        var goes = overview.GetProperty("purposes")[1].GetProperty("goesOnWithdrawal")[0];
        Assert.Equal((1, world.Today.AddMonths(2).AddDays(-8).Iso()), (goes.GetProperty("copiesOnDisk").GetInt32(), Text(goes, "dueOn")));
        Assert.Contains("De kopie op onze schijf wissen we zelf, uiterlijk op", page, StringComparison.Ordinal);
        Assert.Contains(LetterBody.Day(world.Today.AddMonths(2).AddDays(-8), "nl"), page, StringComparison.Ordinal);
        Assert.Contains("Ja, vernietig mijn scan", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_would_go_none_is_announced_and_copies_on_several_disks_are_several()
    {
        var cancelled = await world.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Consent(world.Now)], CancelledOn = world.Today });
        var copied = await world.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Consent(world.Now)], ShippedOn = world.Today }, disks: ["SCHIJF-1", "SCHIJF-2"]);

        var (_, nothing) = await Page(HttpMethod.Get, cancelled);
        var (_, both) = await Page(HttpMethod.Get, copied);

        Assert.Contains("De dag waarop je scan weggaat, verandert er niet door", WebUtility.HtmlDecode(nothing), StringComparison.Ordinal);
        Assert.DoesNotContain("Dit gaat dan weg", nothing, StringComparison.Ordinal);
        Assert.Contains("Dit gaat dan weg:", both, StringComparison.Ordinal);
        Assert.Contains("De kopieën op onze schijven wissen we zelf, uiterlijk op", WebUtility.HtmlDecode(both), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_safe_button_is_the_filled_one_comes_first_and_changes_nothing()
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Consent(world.Now)], ShippedOn = world.Today });

        var (_, page) = await Page(HttpMethod.Get, order);
        var card = page[page.IndexOf("id=\"keep-scan\"", StringComparison.Ordinal)..page.IndexOf("id=\"other-use\"", StringComparison.Ordinal)];
        var (_, left) = await Page(HttpMethod.Get, order, "?language=nl&unchanged=keep-scan");
        var (refused, _) = await Page(HttpMethod.Get, order, "?unchanged=dance");

        Assert.Single(Regex.Matches(card, "<form", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.InRange(card.IndexOf(">Bewaar mijn scan</a>", StringComparison.Ordinal), 0, card.IndexOf(">Ja, vernietig mijn scan</button>", StringComparison.Ordinal));
        Assert.Contains("<a class=\"button\" href=\"?language=nl&unchanged=keep-scan#keep-scan\"", card, StringComparison.Ordinal);
        Assert.Contains("class=\"button gone\"", card, StringComparison.Ordinal);
        Assert.Contains("Er is niets veranderd.", left, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.Single((await world.Get<OrderStore>().Find(order.Id, default))!.Consents);
    }

    [Fact]
    public async Task When_her_scan_goes_and_that_nobody_looked_is_on_the_page_with_every_answer_in_its_words()
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with
        {
            Consents = [Make.Consent(world.Now, ConsentAnswer.No), Make.Agreed(world.Now.AddSeconds(1))], ShippedOn = world.Today,
        });

        var (_, page) = await Page(HttpMethod.Get, order);
        var overview = await Overview(order);
        var history = page[page.IndexOf("Alles wat je hebt geantwoord", StringComparison.Ordinal)..];

        Assert.Contains($"weg in de nacht van {LetterBody.Day(world.Today.AddMonths(2).AddDays(-8), "nl")}", page, StringComparison.Ordinal);
        Assert.Contains("Niemand. Wie je scan opent", page, StringComparison.Ordinal);
        Assert.Equal(world.Today.AddMonths(2).Iso(), Text(Assert.Single(overview.GetProperty("scans").EnumerateArray()).GetProperty("retention"), "deadline"));
        foreach (var purpose in (Purpose[])[Purpose.KeepScan, Purpose.MakeFigurine])
            Assert.Contains(ConsentTexts.Find(purpose, "1", "nl")!.Words, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_works_without_script_and_sends_her_back_to_itself()
    {
        var order = await world.Given.Order();

        using var answered = await Form(order, ("purpose", "keep-scan"), ("answer", "yes"), ("textVersion", "1"), ("language", "nl"), ("destroysNow", "true"));
        using var unknown = await Form(order, ("purpose", "keep-scan"), ("answer", "yes"), ("textVersion", "9"), ("language", "nl"));
        var (_, page) = await Page(HttpMethod.Get, order, "?language=en");

        Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        Assert.Equal($"{Link(world, order)}?language=nl", answered.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("Je antwoord is niet vastgelegd", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("on this page", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"purpose":"keep-scan","answer":"yes","textVersion":"2","language":"nl"}""", 422, "textVersion")]
    [InlineData("""{"purpose":"keep-scan","answer":"yes","language":"nl"}""", 422, "textVersion")]
    [InlineData("""{"purpose":"keep-scan","answer":"yes","textVersion":"1","language":"de"}""", 422, "language")]
    [InlineData("""{"purpose":"dance","answer":"perhaps","textVersion":"1","language":"nl"}""", 422, "answer", "purpose")]
    public async Task An_answer_to_what_was_not_asked_is_refused_by_name(string body, int status, params string[] fields)
    {
        var order = await world.Given.Order();

        using var answer = await http.Anyone.PostAsync(Link(world, order), new StringContent(body, null, "application/json"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(fields, (await answer.Faults()).Order());
        Assert.Empty((await world.Get<OrderStore>().Find(order.Id, default))!.Consents);
    }

    [Theory]
    [InlineData("guessed")]
    [InlineData("for something else")]
    [InlineData("cut off")]
    [InlineData("of an order that never was")]
    [InlineData("of an order that is being erased")]
    [InlineData("with nothing left to answer")]
    public async Task A_link_that_opens_nothing_is_refused_like_any_other(string how)
    {
        var order = await world.Given.Order(agreed: order => order with
        {
            ErasureRequestedOn = how.Contains("erased", StringComparison.Ordinal) ? world.Today : null,
            CancelledOn = how.Contains("nothing left", StringComparison.Ordinal) ? world.Today : null,
        });
        var (links, token) = (world.Get<PersonalLinks>(), Link(world, order).Split('/')[^1]);
        token = how switch
        {
            "guessed" => $"{order.Id}{new string('0', 32)}",
            "for something else" => links.To("something-else", order.Id),
            "cut off" => token[..^1],
            "of an order that never was" => links.To("consent-link", world.NewId()),
            _ => token,
        };

        using var shown = await http.Anyone.GetAsync($"api/consent/{token}");
        using var answered = await http.Anyone.PostAsJsonAsync($"api/consent/{token}", new { purpose = "other-use", answer = "yes", textVersion = "1", language = "nl" });
        using var never = await http.Anyone.GetAsync("api/consent/x");

        Assert.All([shown, answered, never], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(await never.Content.ReadAsStringAsync(), await shown.Content.ReadAsStringAsync());
        Assert.Empty((await world.Get<OrderStore>().Find(order.Id, default))!.Consents);
    }

    [Fact]
    public async Task Her_record_of_consent_says_what_was_agreed_by_whom_when_and_in_which_words_and_names_nobody()
    {
        var order = await world.Given.Order(agreed: order => order with
        {
            Consents = [Make.Agreed(world.Now), Make.Consent(world.Now.AddSeconds(1)), Make.Consent(world.Now.AddSeconds(2), ConsentAnswer.Withdrawn)],
        });

        var text = await http.Anyone.GetStringAsync($"{Link(world, order)}/record");
        var records = JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal([$"{order.Id}-make-figurine", $"{order.Id}-keep-scan"], records.Select(each => Text(each, "record_id")));
        var events = records[1].GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(["dpv:ConsentGiven", "dpv:ConsentWithdrawn"], events.Select(each => Text(each, "event_state")));
        Assert.All(events, each => Assert.Equal(ConsentTexts.Find(Purpose.KeepScan, "1", "nl")!.Words, Text(each, "text")));
        var purpose = records[1].GetProperty("pii_processing").GetProperty("purposes")[0];
        Assert.Equal(("keep-scan", "P5Y"), (Text(purpose, "purpose"), Text(purpose, "retention_period")));
        Assert.True(purpose.GetProperty("pii_information")[0].GetProperty("is_special_category").GetBoolean());
        Assert.DoesNotContain(order.Client.Email, text, StringComparison.Ordinal);
        Assert.DoesNotContain(order.Client.Name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_own_answer_counts_also_while_all_may_only_be_stored()
    {
        var order = await world.Given.Order(agreed: order => order with { RestrictedOn = world.Today });

        using var answer = await Answer(order, new { purpose = "keep-scan", answer = "yes", textVersion = "1", language = "en" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task Answers(World world, Order order, ConsentAnswer answer) =>
        world.Given.Change(order, each => OrderRules.Consent(each, Make.Agreed(world.Now) with { Answer = answer }).Order!);

    private static string Link(World world, Order order) => world.Get<ConsentLinks>().To(order).AbsolutePath;

    private async Task<JsonElement> Overview(Order order)
    {
        using var answer = await http.Anyone.GetAsync(Link(world, order));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> Answer(Order order, object body) => http.Anyone.PostAsJsonAsync(Link(world, order), body);

    private async Task<(HttpStatusCode Status, string Page)> Page(HttpMethod method, Order order, string query = "")
    {
        using var request = new HttpRequestMessage(method, Link(world, order) + query);
        request.Headers.TryAddWithoutValidation("Accept", ContactWorld.Browser);
        using var answer = await http.Anyone.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private async Task<HttpResponseMessage> Form(Order order, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Link(world, order))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.TryAddWithoutValidation("Accept", ContactWorld.Browser);
        return await http.Anyone.SendAsync(request);
    }

    private static string Sha256(string words) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(words)));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
