using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.Quotes;

/// <summary>Once accepted a quote stays for as long as the law asks, alone, and no day longer.</summary>
public sealed class AcceptedQuoteTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task An_erasure_takes_order_and_scan_and_leaves_the_quote_until_its_day()
    {
        var order = await world.Given.OrderWithScan(Make.Email, "+31612345678");
        var quote = await world.Given.Quote(order, quote => Make.Accepted(quote, world.Today));
        var open = await world.Given.Quote(order);
        var subjects = world.Get<OrderStore>().SubjectsOf(order);

        var report = await world.Get<Erasure>().Erase(subjects, "officer", None);

        var left = Assert.Single(report.Suspended);
        Assert.Equal((QuoteRegister.Kind, quote.Id), (left.Item.Kind, left.Item.Id));
        Assert.Equal(new[] { order.Id, order.Scans[0].Id, open.Id }.Order(), report.Destroyed.Select(each => each.Item.Id).Order());
        // By mail and by phone she is told of it all the same.
        foreach (var subject in (string[])[world.Get<SubjectKeys>().OfEmail(Make.Email), world.Get<SubjectKeys>().OfPhone("+31612345678")])
            Assert.Equal([left.Item], (await world.Get<SubjectRecords>().Find([subject], None)).Records.Select(record => record.Item));
        await LivesUntil(quote, new DateOnly(world.Today.Year + 8, 1, 1));
        Assert.Single(await world.Certified(), each => each.Key == quote.Id);
    }

    [Fact]
    public async Task The_preview_of_an_erasure_tells_that_it_stays_by_which_law_and_until_when()
    {
        var order = await world.Given.Order();
        var quote = await world.Given.Quote(order, quote => Make.Accepted(quote, world.Today));

        var shown = await Http.Answer.Of<EraseSubject>(world, (function, request) => function.Run(request, None), new { email = Make.Email });

        var told = shown.Json.GetProperty("found").EnumerateArray().Single(item => item.GetProperty("id").GetString() == $"{quote.Id}");
        var hold = Assert.Single(told.GetProperty("suspendedBy").EnumerateArray());
        Assert.Equal($"{world.Today.Year + 7}-12-31", hold.GetProperty("until").GetString());
        Assert.StartsWith("Artikel 52 ", hold.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_it_by_its_link_once_erasure_was_asked_for()
    {
        var quote = await world.Given.Quote(agreed: quote => Make.Accepted(quote, world.Today));
        await world.Get<Erasure>().Erase(quote.Subjects, "officer", None);

        Assert.Null(await world.Get<QuoteLinks>().Find(world.Get<QuoteLinks>().To(quote).AbsolutePath.Split('/')[^1], None));
    }

    [Fact]
    public async Task Its_order_goes_on_its_own_day_and_the_quote_on_its_own()
    {
        var order = await world.Given.Order();
        var quote = await world.Given.Quote(order, quote => Make.Accepted(quote, world.Today));
        world.MoveTo(world.Today.AddYears(5));
        await world.Get<Sweep>().Run(Decider.Sweep, None);

        Assert.Null(await world.Get<OrderStore>().Find(order.Id, None));
        await LivesUntil(quote, new DateOnly(order.OpenedOn.Year + 8, 1, 1));
    }

    [Fact]
    public async Task It_holds_no_more_of_her_than_name_address_and_lines()
    {
        var order = await world.Given.Order("anna@example.nl", "+31612345678", order => order with { Client = order.Client with { Address = new("Keizersgracht 1", null, "1015 AA", "Amsterdam", "NL") } });
        await world.Given.Quote(order, quote => Make.Accepted(quote, world.Today));

        var row = Assert.Single(await world.Storage.Rows(QuoteRegister.TableName), row => row.RowKey != "last");
        var stored = JsonSerializer.Serialize(row.ToDictionary(each => each.Key, each => $"{each.Value}"));

        Assert.Contains("Keizersgracht", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("example.nl", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("612345678", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rectification_leaves_what_was_accepted_and_sets_the_others_right()
    {
        var order = await world.Given.Order();
        var accepted = await world.Given.Quote(order, quote => Make.Accepted(quote, world.Today));
        var open = await world.Given.Quote(order);

        var answer = await Http.Answer.Of<RectifySubject>(world, (function, request) => function.Run(request, None), new
        {
            email = Make.Email, changes = new { name = "Anna Jansen", email = "jansen@example.nl" }, reason = "Zij trouwde",
        });

        Assert.Equal(200, answer.Status);
        var rectified = answer.Json.GetProperty("rectified").EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToList();
        Assert.Contains($"{open.Id}", rectified);
        Assert.DoesNotContain($"{accepted.Id}", rectified);
        var (kept, right) = ((await world.Get<QuoteRegister>().Find(accepted.Id, None))!, (await world.Get<QuoteRegister>().Find(open.Id, None))!);
        Assert.Equal(("Anna de Vries", accepted.AcceptedSha256), (kept.Name, kept.AcceptedSha256));
        Assert.Equal("Anna Jansen", right.Name);
        Assert.All([kept, right], quote => Assert.Equal([world.Get<SubjectKeys>().OfEmail("jansen@example.nl")], quote.Subjects));
    }

    [Fact]
    public async Task One_whose_order_is_gone_is_found_by_her_new_address_too()
    {
        var order = await world.Given.Order();
        var quote = await world.Given.Quote(order, quote => Make.Accepted(quote, world.Today));
        await world.Given.Gone(order);

        await Http.Answer.Of<RectifySubject>(
            world, (function, request) => function.Run(request, None), new { email = Make.Email, changes = new { email = "jansen@example.nl" }, reason = "Ander adres" });

        var found = await world.Get<SubjectRecords>().Find([world.Get<SubjectKeys>().OfEmail("jansen@example.nl")], None);
        Assert.Contains(found.Records, record => record.Item.Id == quote.Id);
    }

    /// <summary>That its hold is worked out anew each time is no change.</summary>
    [Fact]
    public async Task Deciding_the_same_again_writes_nothing()
    {
        var quote = await world.Given.Quote(agreed: quote => Make.Accepted(quote, world.Today));
        await world.Restrict(quote.Subjects);
        var once = (await world.Get<QuoteRegister>().Find(quote.Id, None))!.Due;

        await world.Restrict(quote.Subjects);

        Assert.Equal(once, (await world.Get<QuoteRegister>().Find(quote.Id, None))!.Due);
    }

    private async Task LivesUntil(Quote quote, DateOnly goesOn)
    {
        world.MoveTo(goesOn.AddDays(-1));
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        Assert.NotNull(await world.Get<QuoteRegister>().Find(quote.Id, None));
        world.MoveTo(goesOn);
        Assert.Empty((await world.Get<Sweep>().Run(Decider.Sweep, None)).Unfinished);
        Assert.Null(await world.Get<QuoteRegister>().Find(quote.Id, None));
    }
}
