using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Notices;

/// <summary>A letter to a client did not arrive: her mail address was mistyped, or her mailbox was full.</summary>
public sealed partial class MistypedAddressTests : NoticesWorld
{
    [Fact]
    public async Task The_letter_of_her_order_goes_to_the_address_that_is_set_right_and_once()
    {
        var order = await Opened("ana@voorbeeld.example");
        await ComesBack(new(OpenOrder.Letter, order));

        await SetRight(order, new { heightInMillimetres = 150 });
        var early = await GivenUp();
        await SetRight(order, new { email = "anna@voorbeeld.example" });
        await SetRight(order, new { email = "anna@voorbeeld.example" });

        Assert.Equal([new(OpenOrder.Letter, order)], early);
        Assert.Equal(["ana@voorbeeld.example", "anna@voorbeeld.example"], await Addressees());
        Assert.Empty(await GivenUp());
    }

    [Fact]
    public async Task It_goes_again_too_when_an_address_that_was_right_is_told_once_more()
    {
        var order = await Opened("anna@voorbeeld.example");
        await ComesBack(new(OpenOrder.Letter, order));

        await SetRight(order, new { email = "anna@voorbeeld.example" });

        Assert.Equal(["anna@voorbeeld.example", "anna@voorbeeld.example"], await Addressees());
    }

    [Fact]
    public async Task That_it_came_back_from_the_former_address_counts_no_more_when_it_is_told_again()
    {
        var order = await Opened("ana@voorbeeld.example");
        var returned = world.Now;
        await ComesBack(new(OpenOrder.Letter, order), returned);
        world.Wait(TimeSpan.FromMinutes(5));
        await SetRight(order, new { email = "anna@voorbeeld.example" });

        await ComesBack(new(OpenOrder.Letter, order), returned);
        var sent = await Addressees();
        await ComesBack(new(OpenOrder.Letter, order), returned);
        var afterwards = await GivenUp();
        await ComesBack(new(OpenOrder.Letter, $"{order}|1"));

        Assert.Equal("anna@voorbeeld.example", sent[^1]);
        Assert.Empty(afterwards);
        Assert.Equal([new(OpenOrder.Letter, $"{order}|1")], await GivenUp());
    }

    [Fact]
    public async Task A_letter_that_arrived_is_not_sent_again()
    {
        var order = await Opened("anna@voorbeeld.example");

        await SetRight(order, new { email = "Anna@Voorbeeld.example" });
        await SetRight(order, new { phone = "0612345678" });

        Assert.Equal(["anna@voorbeeld.example"], await Addressees());
    }

    [Fact]
    public async Task A_letter_that_arrived_at_a_stranger_s_is_sent_to_her_with_another_link_and_the_stranger_s_opens_nothing()
    {
        var order = await Opened("ana@voorbeeld.example");
        var strangers = TokenOf(SendGrid.Received.Last());
        var before = await ConsentStatus(strangers);

        await SetRight(order, new { email = "anna@voorbeeld.example" });
        await SetRight(order, new { email = "anna@voorbeeld.example" });

        Assert.Equal(["ana@voorbeeld.example", "anna@voorbeeld.example"], await Addressees());
        var hers = TokenOf(SendGrid.Received.Last());
        Assert.Contains("Je nieuwe link", Text(SendGrid.Received.Last()), StringComparison.Ordinal);
        Assert.Equal((200, 404, 200), (before, await ConsentStatus(strangers), await ConsentStatus(hers)));
        Assert.Equal(404, await ConsentStatus(hers[..64]));
        Assert.Equal(404, await ConsentStatus($"{hers[..64]}00000002"));
        Assert.Equal(404, await ConsentStatus($"{strangers}00000000"));
    }

    [Fact]
    public async Task Whom_the_privacy_officer_gives_another_address_is_written_too_and_to_the_former_one_nothing_goes_any_more()
    {
        var opened = await Answer.Of<OpenOrder>(world, (function, request) => function.Run(request, None), new { name = "Anna de Vries", email = "ana@voorbeeld.example", language = "nl" });

        await Rectify(new { email = "ana@voorbeeld.example", changes = new { email = "anna@voorbeeld.example" }, reason = "Zij belde" });

        Assert.Equal(["anna@voorbeeld.example"], await Addressees());
        Assert.Equal(200, await ConsentStatus(TokenOf(SendGrid.Received.Last())));
        Assert.Equal(201, opened.Status);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_answer_any_more_nothing_is_written()
    {
        var order = await Opened("ana@voorbeeld.example");
        await world.Given.Change((await world.Get<OrderStore>().Find(Id.Parse(order), None))!, found => found with { ShippedOn = world.Today });

        await SetRight(order, new { email = "anna@voorbeeld.example" });

        Assert.Equal(["ana@voorbeeld.example"], await Addressees());
    }

    [Fact]
    public async Task What_came_back_from_the_former_address_is_given_up_no_more_once_there_is_another()
    {
        var order = await Opened("ana@voorbeeld.example");
        await SetRight(order, new { email = "anna@voorbeeld.example" });
        await Addressees();

        await ComesBack(new(OpenOrder.Letter, order));
        var early = await GivenUp();
        // As it was noted by a version that did not look at that.
        await world.Get<Letters>().NoteReturned(new(OpenOrder.Letter, order), world.Now, None);
        await SetRight(order, new { email = "anna@voorbeeld.example" });

        Assert.Empty(early);
        Assert.Equal(["ana@voorbeeld.example", "anna@voorbeeld.example"], await Addressees());
        Assert.Empty(await GivenUp());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_does_a_letter_about_her_request_that_came_back_from_there_before_or_after_that(bool before)
    {
        var id = await Taken(email: "ana@voorbeeld.example");
        var first = new Letter(ReceivedLetter.Name, $"{id}");
        await Addressees();
        var changes = new { email = "ana@voorbeeld.example", changes = new { email = "anna@voorbeeld.example" }, reason = "Zij belde" };

        if (before)
            await ComesBack(first);
        var early = await GivenUp();
        Assert.Equal(200, (await Rectify(changes)).Status);
        await Addressees();
        if (!before)
            await ComesBack(first);

        Assert.Equal(before ? [first] : [], early);
        Assert.Empty(await GivenUp());
        var written = (await world.Get<RequestRegister>().Find(id, None))!.Letters;
        Assert.Equal([(0, true), (1, false)], written.Select(each => (each.Number, each.GivenUpAt is not null)));
    }

    [Fact]
    public async Task Whose_address_is_set_right_while_all_may_only_be_stored_gets_a_link_that_opens_for_her_order_and_her_quote()
    {
        var order = await world.Given.Order("ana@voorbeeld.example");
        var quote = await world.Given.Quote(order);
        Assert.Equal(200, (await Restrict(new { email = "ana@voorbeeld.example" })).Status);

        Assert.Equal(200, (await Rectify(new { email = "ana@voorbeeld.example", changes = new { email = "anna@voorbeeld.example" }, reason = "Zij belde" })).Status);

        Assert.Equal(["anna@voorbeeld.example", "anna@voorbeeld.example"], await Addressees());
        var letters = SendGrid.Received.Where(mail => ToOf(mail) == "anna@voorbeeld.example").ToList();
        Assert.Equal(200, await ConsentStatus(TokenOf(letters.Single(mail => Text(mail).Contains("/consent/", StringComparison.Ordinal)))));
        var hers = await world.Get<QuoteLinks>().Find(TokenOf(letters.Single(mail => Text(mail).Contains("/quote/", StringComparison.Ordinal))), None);
        Assert.Equal((quote.Id, true), (hers?.Id, (await world.Get<OrderStore>().Find(order.Id, None))!.RestrictedOn is not null));
    }

    [Fact]
    public async Task A_code_that_came_back_is_given_up_no_more_once_another_is_sent()
    {
        await world.Given.Order("anna@voorbeeld.example");
        var id = await Taken(email: "anna@voorbeeld.example");
        await Identity(id, new { method = "code" });
        await Code();
        var first = Letter.Of(CodeLetter.Name, id, 1);
        await ComesBack(first);
        var early = await GivenUp();

        Assert.Equal(202, (await Identity(id, new { method = "code" })).Status);

        Assert.Equal([first], early);
        Assert.Empty(await GivenUp());
    }

    [Fact]
    public async Task A_quote_that_waits_is_not_sent_once_all_may_only_be_stored_though_her_address_was_set_right_long_before()
    {
        var order = await world.Given.Order("ana@voorbeeld.example");
        await SetRight($"{order.Id}", new { email = "anna@voorbeeld.example" });
        await Addressees();
        var sent = SendGrid.Received.Count;
        world.MoveTo(world.Today.AddDays(30));
        await Send((await world.Given.Quote(order, quote => quote with { SentOn = null })).Id);

        Assert.Equal(200, (await Restrict(new { email = "anna@voorbeeld.example" })).Status);
        await Addressees();

        Assert.DoesNotContain(SendGrid.Received.Skip(sent), mail => ToOf(mail).EndsWith("@voorbeeld.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_waits_is_not_sent_once_all_may_only_be_stored()
    {
        var opened = await Answer.Of<OpenOrder>(world, (function, request) => function.Run(request, None), new { name = "Anna de Vries", email = "anna@voorbeeld.example", language = "nl" });

        Assert.Equal(200, (await Restrict(new { email = "anna@voorbeeld.example" })).Status);

        Assert.Equal(201, opened.Status);
        Assert.Empty(await Addressees());
    }

    [Fact]
    public async Task A_quote_that_can_be_accepted_goes_to_her_present_address_and_the_stranger_cannot_accept_it()
    {
        var order = await world.Given.Order("ana@voorbeeld.example");
        var (sent, withdrawn) = (await world.Given.Quote(order), await world.Given.Quote(order, quote => quote with { WithdrawnOn = world.Today }));
        await Send(sent.Id);
        await Addressees();
        var strangers = TokenOf(SendGrid.Received.Last());

        await SetRight($"{order.Id}", new { email = "anna@voorbeeld.example" });
        await world.Function<Reconcile>().Run(new(), None);
        await Addressees();

        var hers = SendGrid.Received.Select(mail => (To: ToOf(mail), Text: Text(mail))).Where(mail => mail.To == "anna@voorbeeld.example" && mail.Text.Contains("/quote/", StringComparison.Ordinal));
        var links = world.Get<QuoteLinks>();
        Assert.Null(await links.Find(strangers, None));
        Assert.Equal(sent.Id, (await links.Find(TokenInLetter().Match(Assert.Single(hers).Text).Groups[1].Value, None))!.Id);
        Assert.Equal((1, 1), ((await world.Get<QuoteRegister>().Find(sent.Id, None))!.LinkNumber, (await world.Get<QuoteRegister>().Find(withdrawn.Id, None))!.LinkNumber));
    }

    [Fact]
    public async Task A_quote_that_came_back_is_sent_again_at_once_and_is_given_up_no_more()
    {
        var quote = await world.Given.Quote(await world.Given.Order("anna@voorbeeld.example"));
        await Send(quote.Id);
        await Addressees();
        await Send(quote.Id);
        var once = await Addressees();
        await ComesBack(new(QuoteLetter.Name, $"{quote.Id}"));

        await Send(quote.Id);

        Assert.Single(once);
        Assert.Equal(2, (await Addressees()).Length);
        Assert.Empty(await GivenUp());
    }

    private async Task<int> ConsentStatus(string token) =>
        (await Answer.Of<ShowConsents>(world, (function, request) => function.Run(request, token, None), compose: request => request.Method = "GET")).Status;

    private static string TokenOf(JsonElement mail) => TokenInLetter().Match(Text(mail)).Groups[1].Value;

    private static string ToOf(JsonElement mail) => mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString()!;

    [GeneratedRegex("/api/(?:quote|consent)/([0-9a-f]{64,72})\n")]
    private static partial Regex TokenInLetter();

    private async Task<string> Opened(string email)
    {
        var answer = await Answer.Of<OpenOrder>(world, (function, request) => function.Run(request, None), new { name = "Anna de Vries", email, language = "nl" });
        Assert.Equal(201, answer.Status);
        await Addressees();
        return answer.Json.GetProperty("id").GetString()!;
    }

    private async Task SetRight(string order, object patch) =>
        Assert.Equal(200, (await Answer.Of<RectifyOrder>(world, (function, request) => function.Run(request, order, None), patch)).Status);

    private async Task Send(Id quote) =>
        Assert.Equal(200, (await Answer.Of<SendQuote>(world, (function, request) => function.Run(request, $"{quote}", None))).Status);

    private async Task<List<Letter>> GivenUp() => await world.Get<Letters>().GivenUp(None).Select(each => each.Letter).ToListAsync();

    /// <summary>Of all letters to clients that were sent, once what waits is.</summary>
    private async Task<string[]> Addressees()
    {
        await world.Function<SendLetters>().Run(new(), None);
        return [.. SendGrid.Received.Select(ToOf)
            .Where(to => to.EndsWith("@voorbeeld.example", StringComparison.Ordinal))];
    }
}
