namespace WelWee3D.Tests.Quotes;

/// <summary>A client reads her quote by her link, and accepts exactly that.</summary>
public sealed class QuoteByLinkTests(QuotesWorld http) : IClassFixture<QuotesWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task She_is_written_a_link_that_shows_what_she_is_offered()
    {
        var order = await world.Given.Order(agreed: order => order with { Client = order.Client with { Address = new("Keizersgracht 1", null, "1015 AA", "Amsterdam", "NL") } });
        var made = await http.Made(order);
        using var early = await http.Anyone.GetAsync($"api/quote/{http.Token(made)}");

        using var sent = await http.Send(made);
        var letter = (await Render(QuoteLetter.Name, made))!;
        var offered = await http.Offered(made);

        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.Equal((order.Client.Email, true), (letter.To, letter.Body.Text.Contains($"/api/quote/{http.Token(made)}\n", StringComparison.Ordinal)));
        Assert.DoesNotContain("Keizersgracht", letter.Body.Text, StringComparison.Ordinal);
        Assert.Equal(("sent", true, "Anna de Vries"), (Text(offered, "state"), offered.GetProperty("canBeAccepted").GetBoolean(), Text(offered, "name")));
        Assert.Equal("Dorpsstraat 1", offered.GetProperty("sender")[1].GetString());
        Assert.Equal(Text(offered, "sha256"), Sha256(Text(offered, "text")));
    }

    [Theory]
    [InlineData("nl", "Offerte", "€ 149,00", "Totaal, met btw", "Ik aanvaard deze offerte")]
    [InlineData("en", "Quote", "€ 149.00", "Total, with VAT", "I accept this quote")]
    public async Task A_browser_gets_a_page_that_prints_with_one_button(string language, string title, string amount, string total, string button)
    {
        var quote = await http.Sent(await world.Given.Order());

        var (status, page) = await http.Page(quote, language);

        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var word in (string[])[$"<h1>{title} {Text(quote, "number")}</h1>", amount, total, button, Text(quote, "sha256"), "Dorpsstraat 1"])
            Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.Single(page.Split("<button").Skip(1));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        var style = Regex.Match(page, "<link rel=\"stylesheet\" href=\"/([^\"]+)\"").Groups[1].Value;
        Assert.Matches("@page *{ *size: *A4", await http.Anyone.GetStringAsync(style));
    }

    [Fact]
    public async Task She_accepts_with_the_button_and_the_page_tells_the_day_and_what()
    {
        var quote = await http.Sent(await world.Given.Order());

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("sha256", Text(quote, "sha256"))]);
        var (status, _) = await http.Page(quote, form: form);
        var (_, page) = await http.Page(quote);
        var seen = await Read(quote);

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains($"Aanvaard op {LetterBody.Day(world.Today, "nl")}", page, StringComparison.Ordinal);
        Assert.Contains(Text(quote, "sha256"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page, StringComparison.Ordinal);
        Assert.Equal(("accepted", world.Today.Iso(), Text(quote, "sha256")), (Text(seen, "state"), Text(seen, "acceptedOn"), Text(seen, "sha256")));
        Assert.Equal("accepted-quote", Text(seen.GetProperty("retention"), "rule"));
        Assert.Equal(Text(seen, "sha256"), Sha256(Text(seen, "text")));
        var told = (await Render(QuoteAcceptedLetter.Name, quote))!;
        Assert.Equal(Settings.Practice, told.To);
        Assert.Contains(Text(quote, "sha256"), told.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", told.Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_again_changes_nothing_and_nothing_else_changes_it()
    {
        var quote = await http.Sent(await world.Given.Order());
        using var first = await http.Accept(quote);
        var accepted = await Read(quote);

        using var again = await http.Accept(quote);
        using var withdraw = await http.Withdraw(quote);
        using var send = await http.Send(quote);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.All([withdraw, send], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Equal(accepted.GetRawText(), (await Read(quote)).GetRawText());
    }

    [Fact]
    public async Task What_she_did_not_see_she_does_not_accept()
    {
        var order = await world.Given.Order(world.Given.NewAddress());
        var quote = await http.Sent(order);
        await world.Get<QuoteRegister>().Change(Id.Parse(Text(quote, "id")), each => each.Rectified("Anna Jansen", null, []), default);

        using var stale = await http.Accept(quote);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("sha256", Text(quote, "sha256"))]);
        var (status, page) = await http.Page(quote, form: form);
        using var none = await http.Anyone.PostAsJsonAsync($"api/quote/{http.Token(quote)}", new { });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity), (stale.StatusCode, status, none.StatusCode));
        Assert.Contains("Anna Jansen", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        using var now = await http.Accept(quote, Text(await http.Offered(quote), "sha256"));
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }

    [Fact]
    public async Task A_later_one_takes_the_place_of_what_she_has_not_accepted_and_each_says_how_it_stands()
    {
        var order = await world.Given.Order();
        var accepted = await http.Sent(order);
        using var yes = await http.Accept(accepted);
        var (earlier, draft) = (await http.Sent(order), await http.Made(order));
        var later = await http.Sent(order);
        using var refused = await http.Accept(earlier);
        using var withdrawn = await http.Withdraw(later);
        using var late = await http.Accept(later);

        Assert.All([refused, late], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Equal(Text(later, "id"), Text(await Read(earlier), "supersededBy"));
        Assert.Equal(["accepted", "superseded", "draft", "withdrawn"], await Task.WhenAll(((JsonElement[])[accepted, earlier, draft, later]).Select(async quote => Text(await Read(quote), "state"))));
        Assert.Contains("vervangen door een nieuwe", (await http.Page(earlier)).Page, StringComparison.Ordinal);
        Assert.Contains("ingetrokken", (await http.Page(later)).Page, StringComparison.Ordinal);
        Assert.Null(await Render(QuoteLetter.Name, earlier));
    }

    [Fact]
    public async Task Of_a_cancelled_order_none_is_accepted_and_none_is_sent()
    {
        var order = await world.Given.Order();
        var (quote, draft) = (await http.Sent(order), await http.Made(order));
        await world.Given.Change(order, found => found with { CancelledOn = world.Today });

        using var accept = await http.Accept(quote);
        using var send = await http.Send(draft);

        Assert.All([accept, send], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.DoesNotContain("<button", (await http.Page(quote)).Page, StringComparison.Ordinal);
    }

    /// <summary>As with her consent: her own answer counts, and nothing is sent.</summary>
    [Fact]
    public async Task A_restriction_does_not_keep_her_from_accepting()
    {
        var order = await world.Given.Order(world.Given.NewAddress());
        var quote = await http.Sent(order);
        await world.Restrict(world.Get<OrderStore>().SubjectsOf(order));

        using var accept = await http.Accept(quote);

        Assert.Equal(HttpStatusCode.OK, accept.StatusCode);
        Assert.Null(await Render(QuoteLetter.Name, quote));
        Assert.Null(await Render(QuoteAcceptedLetter.Name, quote));
    }

    [Fact]
    public async Task A_link_is_good_for_its_quote_alone_and_not_for_ever()
    {
        await using var own = await World.Start(new() { ServesHttp = true });
        using var anyone = HttpWorld.Client(own);
        var (lapsing, accepted) = (await own.Given.Quote(), await own.Given.Quote(agreed: quote => Make.Accepted(quote, own.Today)));
        async Task<HttpStatusCode> Status(string token)
        {
            using var answer = await anyone.GetAsync($"api/quote/{token}");
            return answer.StatusCode;
        }
        string Of(Quote quote) => own.Get<QuoteLinks>().To(quote).AbsolutePath.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, await Status(own.Get<PersonalLinks>().To("consent-link", lapsing.Id)));
        Assert.Equal(HttpStatusCode.NotFound, await Status($"{Of(lapsing)[..32]}{Of(accepted)[32..]}"));

        own.MoveTo(own.Today.AddMonths(3));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status(Of(lapsing)), await Status(Of(accepted))));
        own.MoveTo(own.Today.AddDays(1));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await Status(Of(lapsing)), await Status(Of(accepted))));
        own.MoveTo(lapsing.ReadableUntil.AddDays(1));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Of(lapsing)));
    }

    [Theory]
    [InlineData("api/quote/{0}?language=fr", HttpStatusCode.BadRequest)]
    [InlineData("api/quote/{0}/pdf?language=fr", HttpStatusCode.BadRequest)]
    [InlineData("api/quote/{0}0", HttpStatusCode.NotFound)]
    [InlineData("api/quote/nothing/pdf", HttpStatusCode.NotFound)]
    public async Task What_makes_no_sense_is_refused(string path, HttpStatusCode status)
    {
        var token = http.Token(await http.Sent(await world.Given.Order()));

        using var answer = await http.Anyone.GetAsync(path.Replace("{0}", token, StringComparison.Ordinal));

        Assert.Equal(status, answer.StatusCode);
    }

    private async Task<JsonElement> Read(JsonElement quote) => await http.Staff.GetFromJsonAsync<JsonElement>($"api/quotes/{Text(quote, "id")}");

    private Task<RenderedLetter?> Render(string kind, JsonElement quote) =>
        world.GetAll<ILetterRenderer>().Single(each => each.Kind == kind).Render(Text(quote, "id"), default);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Text(JsonElement of, string name) => QuotesWorld.Text(of, name);
}
