namespace WelWee3D.Tests.Quotes;

public sealed class QuoteRulesTests
{
    private static readonly RetentionRules Rules = new(recoveryDays: 7);
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));

    private readonly Quote sent = Make.Quote(Make.Order(Now), Now) with { Number = 7 };

    [Theory]
    [InlineData("NL", "2026-11-22", "21 9 0")]
    [InlineData("NL", "2012-09-30", "19 6 0")]
    [InlineData("NL", "2012-10-01", "21 6 0")]
    [InlineData("NL", "2018-12-31", "21 6 0")]
    [InlineData("NL", "2019-01-01", "21 9 0")]
    [InlineData("DE", "2026-11-22", "19")]
    [InlineData("US", "2026-11-22", "")]
    public void The_rates_are_those_in_force_on_the_day(string country, string day, string rates) =>
        Assert.Equal(rates, string.Join(' ', VatRates.InForce(country, Day(day))));

    [Theory]
    [InlineData(10000, 1, 21, 1736)]
    [InlineData(100, 1, 21, 17)]
    [InlineData(14900, 3, 9, 3691)]
    [InlineData(605, 1, 21, 105)]
    [InlineData(5000, 2, 0, 0)]
    public void Vat_is_in_the_amount_and_is_rounded_once_for_each_rate(int cents, int quantity, int rate, long vat)
    {
        var totals = QuoteTotals.Of([new("Beeldje", quantity, cents, rate, Today)]);

        Assert.Equal(((long)cents * quantity, vat), (totals.TotalInCents, Assert.Single(totals.Vat).VatInCents));
    }

    [Fact]
    public void A_discount_is_taken_from_what_it_is_given_on()
    {
        var totals = QuoteTotals.Of([new("Beeldje", 2, 10_000, 21, Today), new("Korting", 1, -2_000, 21, Today), new("Boekje", 1, 1_090, 9, Today)]);

        Assert.Equal(19_090, totals.TotalInCents);
        Assert.Equal([new(21, 18_000, 3_124), new(9, 1_090, 90)], totals.Vat);
    }

    [Theory]
    [InlineData("2026-01-01", false, "accepted-quote", "2026-12-31", "P7Y", "2033-12-31", "2034-01-01")]
    [InlineData("2026-12-31", false, "accepted-quote", "2026-12-31", "P7Y", "2033-12-31", "2034-01-01")]
    [InlineData("2027-01-01", false, "accepted-quote", "2027-12-31", "P7Y", "2034-12-31", "2035-01-01")]
    [InlineData("2028-02-29", false, "accepted-quote", "2028-12-31", "P7Y", "2035-12-31", "2036-01-01")]
    [InlineData("2026-11-22", true, "accepted-quote-one-stop-shop", "2026-12-31", "P10Y", "2036-12-31", "2037-01-01")]
    public void Once_accepted_it_is_kept_for_as_long_as_the_law_says_that_last_day_included(
        string acceptedOn, bool oneStopShop, string rule, string start, string term, string deadline, string dueOn)
    {
        var why = (Make.Accepted(sent, Day(acceptedOn)) with { OneStopShop = oneStopShop }).Retention(Rules, Today);

        Assert.Equal((rule, Day(start), term, Day(deadline), Day(dueOn)), (why.Rule, why.Start, $"{why.Term}", why.Deadline, why.DueOn));
        var hold = Assert.Single(why.SuspendedBy);
        Assert.Equal((Suspension.Hold, why.Deadline), (hold.Kind, hold.Until));
        Assert.All(
            [hold.Reason, RetentionSchedule.Find(why.Rule)!.Reason.Dutch],
            told => Assert.Contains(oneStopShop ? "artikel 369 duodecies, lid 2, van Richtlijn 2006/112/EG" : "artikel 52", told, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("2026-12-31", "2027-02-28")]
    [InlineData("2026-12-22", "2027-02-22")]
    public void One_that_was_not_accepted_goes_two_months_after_its_last_day(string validUntil, string deadline)
    {
        var why = (sent with { ValidUntil = Day(validUntil) }).Retention(Rules, Today);

        Assert.Equal(("quote", Day(deadline), Day(deadline), 0), (why.Rule, why.Deadline, why.DueOn, why.SuspendedBy.Count));
    }

    [Fact]
    public void An_erasure_waits_for_the_hold_and_not_for_a_restriction()
    {
        var erased = Make.Accepted(sent, Today) with { RestrictedOn = Today, ErasureRequestedOn = Today };

        var why = erased.Retention(Rules, Today);

        Assert.Equal((RetentionSchedule.Erasure.Name, Today, new DateOnly(2034, 1, 1)), (why.Rule, why.Deadline, why.DueOn));
        Assert.Equal([Suspension.Hold], why.SuspendedBy.Select(each => each.Kind));
        Assert.Equal(Today, (sent with { ErasureRequestedOn = Today }).Retention(Rules, Today).DueOn);
    }

    [Fact]
    public void Once_erasure_was_asked_for_it_is_neither_sent_nor_accepted_and_what_was_accepted_is()
    {
        var hash = QuoteText.Sha256(sent);
        var accepted = QuoteRules.Accept(sent, hash, Today).Quote! with { ErasureRequestedOn = Today };

        Assert.Equal("erasureRequestedOn", Field(QuoteRules.Accept(sent with { ErasureRequestedOn = Today }, hash, Today)));
        Assert.Equal("erasureRequestedOn", Field(QuoteRules.Send(sent with { SentOn = null, ErasureRequestedOn = Today }, Today)));
        Assert.Same(accepted, QuoteRules.Accept(accepted, hash, Today).Quote);
        Assert.NotNull(QuoteRules.Closed(Make.Order(Now) with { ErasureRequestedOn = Today }));
    }

    [Fact]
    public void The_last_day_to_accept_is_a_day_to_accept()
    {
        var hash = QuoteText.Sha256(sent);

        Assert.Equal(QuoteState.Sent, sent.StateOn(sent.ValidUntil));
        Assert.Equal(sent.ValidUntil, QuoteRules.Accept(sent, hash, sent.ValidUntil).Quote!.AcceptedOn);
        Assert.Equal("validUntil", Field(QuoteRules.Accept(sent, hash, sent.ValidUntil.AddDays(1))));
    }

    [Fact]
    public void What_was_accepted_does_not_change()
    {
        var accepted = Make.Accepted(sent, Today);

        Assert.Equal("acceptedOn", Field(QuoteRules.Send(accepted, Today)));
        Assert.Equal("acceptedOn", Field(QuoteRules.Withdraw(accepted, Today)));
        Assert.Same(accepted, QuoteRules.Supersede(accepted, Id.New(Now), Today));
        Assert.Equal("acceptedOn", Field(QuoteRules.Accept(accepted, QuoteText.Sha256(accepted with { Number = 8 }), Today)));
        Assert.Same(accepted, QuoteRules.Accept(accepted, accepted.AcceptedSha256, Today.AddDays(1)).Quote);
        Assert.Same(accepted, accepted.Rectified("Anna Jansen", null, []));
    }

    [Fact]
    public void Only_what_is_before_her_can_be_accepted()
    {
        var hash = QuoteText.Sha256(sent);

        Assert.Equal("sha256", Field(QuoteRules.Accept(sent.Rectified("Anna Jansen", null, []), hash, Today)));
        Assert.Equal("sha256", Field(QuoteRules.Accept(sent, null, Today)));
        Assert.Equal("sentOn", Field(QuoteRules.Accept(sent with { SentOn = null }, hash, Today)));
        Assert.Equal("withdrawnOn", Field(QuoteRules.Accept(sent with { WithdrawnOn = Today }, hash, Today)));
        Assert.Equal("supersededBy", Field(QuoteRules.Accept(sent with { SupersededBy = sent.Id }, hash, Today)));
    }

    [Fact]
    public void All_that_she_sees_is_in_what_is_hashed()
    {
        var (line, address) = (sent.Lines[0], new Address("Keizersgracht 1", "Achter", "1015 AA", "Amsterdam", "NL"));
        var lived = sent with { Address = address };
        Quote Of(QuoteLine other) => lived with { Lines = [other, sent.Lines[1]] };
        Quote[] others =
        [
            sent, lived with { Number = 8 }, lived with { MadeOn = Today.AddDays(1) }, lived with { ValidUntil = Today }, lived with { Name = "Eva" },
            lived with { Address = address with { Line2 = null } }, lived with { Sender = ["Wel & Wee"] }, lived with { Lines = [line] },
            Of(line with { Description = "Beeldje" }), Of(line with { Quantity = 2 }), Of(line with { AmountInCents = 1 }), Of(line with { VatRate = 9 }),
            Of(line with { VatRateOn = Today.AddDays(1) }),
        ];

        Assert.Distinct(others.Append(lived).Select(QuoteText.Sha256));
        Assert.Equal(QuoteText.Sha256(lived), QuoteText.Sha256(lived with { Language = "en", AcceptedOn = Today, WithdrawnOn = Today }));
    }

    /// <summary>Whoever has the text can work the hash out: it never changes how it is made.</summary>
    [Fact]
    public void The_text_stays_as_it_is()
    {
        var quote = sent with { Id = Id.From(Now, new byte[10]), Address = new("Keizersgracht 1", null, "1015 AA", "Amsterdam", "NL") };

        Assert.Equal(
            """
            Wel & Wee - 3D, quote, form 1
            number: 2026-0007
            made on: 2026-11-22
            valid until: 2026-12-22
            from: Verloskundigenpraktijk Wel & Wee
            to: Anna de Vries
            address: Keizersgracht 1
            address: 1015 AA Amsterdam
            address: NL
            line: 1 x 14900 cents with 21% VAT as of 2026-11-22: Beeldje van 15 cm
            line: 2 x 675 cents with 21% VAT as of 2026-11-22: Verzenden
            VAT 21%: 2820 of 16250 cents
            total with VAT: 16250 cents
            """.ReplaceLineEndings("\n"), QuoteText.Of(quote));
    }

    private static string Field(QuoteRuling ruling) => Assert.IsType<Refusal.Conflict>(ruling.Refusal).Field;

    private static DateOnly Day(string iso) => Amsterdam.Date(iso);
}
