using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.Orders;

/// <summary>Whoever does not want a figurine gets none: nothing more is sent in for it, and nothing is sent out.</summary>
public sealed class NoFigurineTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Theory]
    [InlineData(ConsentAnswer.No, HttpStatusCode.Conflict)]
    [InlineData(ConsentAnswer.Withdrawn, HttpStatusCode.Conflict)]
    [InlineData(ConsentAnswer.Yes, HttpStatusCode.Created)]
    public async Task An_upload_is_refused(ConsentAnswer answer, HttpStatusCode status)
    {
        var order = await world.Given.Order(agreed: order => order with { Consents = [Answered(answer, world.Today)] });

        using var created = await new TusClient(http).Send(
            HttpMethod.Post, "api/uploads", null, ("Upload-Length", "100"), ("Upload-Metadata", TusClient.Metadata(order.Id)));

        Assert.Equal(status, created.StatusCode);
    }

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", false)]
    [InlineData(null, true)]
    public void Shipping_is_refused_from_the_day_of_the_answer_on(string? on, bool isPossible)
    {
        var at = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));
        var order = Make.Order(at.AddDays(-10)) with { Consents = [Answered(ConsentAnswer.Withdrawn, new(2026, 11, 21), at)], ShippedOn = on is null ? new(2026, 11, 15) : null };

        var ruling = OrderRules.Ship(order, on is null ? null : Amsterdam.Date(on), Make.Act(at, "Verzonden"));

        Assert.Equal(isPossible, ruling.Refusal is null);
    }

    [Fact]
    public void Who_changes_their_mind_gets_one_after_all()
    {
        var at = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));
        var order = Make.Order(at.AddDays(-10)) with
        {
            Consents = [Answered(ConsentAnswer.No, new(2026, 11, 20), at), Answered(ConsentAnswer.Yes, new(2026, 11, 21), at)],
        };

        Assert.Null(OrderRules.RefusedOn(order));
    }

    [Theory]
    [InlineData("2026-10-01 no", "2026-10-01")]
    [InlineData("2026-10-01 no, 2026-11-20 withdrawn", "2026-10-01")]
    [InlineData("2026-11-20 withdrawn, 2026-10-01 no", "2026-10-01")]
    [InlineData("2026-10-01 no, 2026-11-01 yes, 2026-11-20 withdrawn, 2026-11-21 no", "2026-11-20")]
    [InlineData("2026-10-01 yes, 2026-10-01 no, 2026-10-02 no", "2026-10-01")]
    [InlineData("2026-10-01 no, 2026-10-01 yes", null)]
    public void To_say_it_again_begins_no_other_term_and_allows_no_later_shipping(string answers, string? since)
    {
        var at = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));
        var order = Make.Order(at.AddDays(-100)) with
        {
            Scans = [Make.Scan(at.AddDays(-100))],
            Consents = [.. answers.Split(", ").Select(each => each.Split(' ')).Select(each => Answered(Enum.Parse<ConsentAnswer>(each[1], ignoreCase: true), Amsterdam.Date(each[0]), at))],
        };

        Assert.Equal(since, OrderRules.RefusedOn(order)?.Iso());
        Assert.Equal(since, order.Retention(order.Scans[0], new(7), Amsterdam.DateOf(at)) is { Rule: "scan-figurine-refused" } why ? why.Start.Iso() : null);
        Assert.Equal(since is null, OrderRules.Ship(order, new(2026, 11, 21), Make.Act(at)).Refusal is null);
    }

    private ConsentGiven Answered(ConsentAnswer answer, DateOnly on, DateTimeOffset? at = null) =>
        Make.Consent(at ?? world.Now, answer, "2026-11") with { Purpose = Purpose.MakeFigurine, GivenOn = on };
}
