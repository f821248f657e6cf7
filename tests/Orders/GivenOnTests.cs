using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Orders;

/// <summary>An answer about consent that is recorded on a later day than it was given.</summary>
public sealed class GivenOnTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    private DateOnly Today => world.Today;

    [Fact]
    public async Task It_is_kept_and_shown_with_the_day_on_which_it_was_given()
    {
        var order = await world.Given.Order();

        var standing = await Answered(order, "yes", Today.AddDays(-7));

        Assert.Equal(("yes", Today.AddDays(-7).Iso()), standing);
        var kept = Assert.Single((await world.Get<OrderStore>().Find(order.Id, default))!.Consents);
        Assert.Equal((Today.AddDays(-7), Today), (kept.Day, Amsterdam.DateOf(kept.GivenAt)));
    }

    [Fact]
    public async Task Without_one_it_was_given_today() =>
        Assert.Equal(("no", Today.Iso()), await Answered(await world.Given.Order(), "no"));

    [Fact]
    public async Task The_answer_that_was_given_last_stands_and_not_the_one_that_was_recorded_last()
    {
        var order = await world.Given.Order();
        await Answered(order, "withdrawn", Today.AddDays(-1));

        Assert.Equal(("withdrawn", Today.AddDays(-1).Iso()), await Answered(order, "yes", Today.AddDays(-7)));
        Assert.Equal(("yes", Today.Iso()), await Answered(order, "yes"));
        Assert.Equal(3, (await world.Get<OrderStore>().Find(order.Id, default))!.Consents.Count);
    }

    [Fact]
    public async Task Of_two_that_were_given_on_one_day_the_one_that_was_recorded_last_stands()
    {
        var order = await world.Given.Order();
        await Answered(order, "yes", Today.AddDays(-7));

        Assert.Equal(("no", Today.AddDays(-7).Iso()), await Answered(order, "no", Today.AddDays(-7)));
    }

    [Fact]
    public async Task Said_again_it_changes_nothing_unless_it_names_another_day()
    {
        var order = await world.Given.Order();
        await Answered(order, "yes", Today.AddDays(-7));
        await Answered(order, "yes", Today.AddDays(-7));
        await Answered(order, "yes");
        Assert.Single((await world.Get<OrderStore>().Find(order.Id, default))!.Consents);

        await Answered(order, "yes", Today.AddDays(-3));
        Assert.Equal(2, (await world.Get<OrderStore>().Find(order.Id, default))!.Consents.Count);
    }

    [Theory]
    [InlineData("1999-12-31", 422)]
    [InlineData("2999-01-01", 422)]
    [InlineData("2000-01-01", 422)]
    [InlineData("2023-05-31", 422)]
    [InlineData("2023-06-01", 200)]
    [InlineData("yesterday", 422)]
    public async Task It_is_a_day_that_was_and_on_which_the_text_could_be_answered(string givenOn, int expected)
    {
        using var answer = await Put(await world.Given.Order(), new { answer = "yes", channel = "paper", language = "NL", textVersion = "1", givenOn });

        Assert.Equal((HttpStatusCode)expected, answer.StatusCode);
        if (expected == 422)
            Assert.Equal(["givenOn"], await answer.Faults());
    }

    [Fact]
    public async Task Before_its_text_was_in_force_nobody_answered_it_and_nothing_is_kept()
    {
        var order = await world.Given.Order();
        var first = ConsentTexts.Find(Purpose.KeepScan, "1", "nl")!.InForceFrom;

        using var refused = await Put(order, new { answer = "yes", channel = "paper", language = "nl", textVersion = "1", givenOn = first.AddDays(-1).Iso() });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"Must be {first.Iso()} or later", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await world.Get<OrderStore>().Find(order.Id, default))!.Consents);
    }

    private async Task<(string? Answer, string? On)> Answered(Order order, string said, DateOnly? on = null)
    {
        using var answer = await Put(order, new { answer = said, channel = "paper", language = "nl", textVersion = "1", givenOn = on?.Iso() });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var standing = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("consents").EnumerateArray());
        return (standing.GetProperty("answer").GetString(), standing.GetProperty("givenOn").GetString());
    }

    private Task<HttpResponseMessage> Put(Order order, object answer) =>
        http.Staff.PutAsJsonAsync($"api/orders/{order.Id}/consents/keep-scan", answer);
}
