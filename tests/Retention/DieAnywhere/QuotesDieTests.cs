using WelWee3D.Tests.Http;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>Quotes, wherever the app dies: each has a number, each number a quote, and none is skipped.</summary>
public sealed class QuotesDieTests(ITestOutputHelper output) : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public Task Making_one_under_a_key() => new EveryPoint<Order>(world, output, "make a quote")
    {
        Tables = [.. StoredState.OfQuotes.Union(StoredState.OfOrders)],
        Prepare = NewOrder,
        Act = async (life, order) => Assert.Equal(StatusCodes.Status201Created, (await Answer.Of<MakeQuote>(
            life, (function, request) => function.Run(request, $"{order.Id}", None),
            new { lines = new[] { new { description = "Beeldje", quantity = 1, amountInCents = 14_900, vatRate = 21 } } },
            request => request.Headers[IdempotencyKey.Header] = "once")).Status),
        Check = async (state, order) =>
        {
            Assert.Single(state.Quotes, row => row.GetString("Order") == $"{order.Id}");
            await HasNoGap(state);
        },
    }.Try(atLeast: 6);

    [Fact]
    public Task Sending_one_that_takes_the_place_of_another() => new EveryPoint<Quote[]>(world, output, "send a quote")
    {
        Tables = [.. StoredState.OfQuotes.Union(StoredState.OfOrders)],
        Prepare = async () =>
        {
            var order = await NewOrder();
            return [await world.Given.Quote(order), await world.Given.Quote(order, quote => quote with { SentOn = null })];
        },
        Act = async (life, quotes) => Assert.Equal(StatusCodes.Status200OK, (await Answer.Of<SendQuote>(
            life, (function, request) => function.Run(request, $"{quotes[1].Id}", None))).Status),
        Check = async (state, quotes) =>
        {
            Assert.Equal(quotes[1].Id, (await world.Get<QuoteRegister>().Find(quotes[0].Id, None))!.SupersededBy);
            Assert.Equal(world.Today, (await world.Get<QuoteRegister>().Find(quotes[1].Id, None))!.SentOn);
            Assert.Single(state.Letters, row => row.RowKey == $"{quotes[1].Id}|{QuoteLetter.Name}");
            await HasNoGap(state);
        },
    }.Try(atLeast: 10);

    [Fact]
    public Task Accepting_one() => new EveryPoint<Quote>(world, output, "accept a quote")
    {
        Tables = [.. StoredState.OfQuotes.Union(StoredState.OfOrders)],
        Prepare = async () => await world.Given.Quote(await NewOrder()),
        Act = async (life, quote) => Assert.Equal(StatusCodes.Status200OK, (await Answer.Of<AcceptQuote>(
            life, (function, request) => function.Run(request, life.Get<PersonalLinks>().To("quote-link", quote.Id), None), new { sha256 = QuoteText.Sha256(quote) },
            request => request.Headers.Remove("Authorization"))).Status),
        Check = async (state, quote) =>
        {
            var accepted = (await world.Get<QuoteRegister>().Find(quote.Id, None))!;
            Assert.Equal((world.Today, QuoteText.Sha256(quote), new DateOnly(world.Today.Year + 8, 1, 1)), (accepted.AcceptedOn, accepted.AcceptedSha256, accepted.Due.On));
            Assert.Single(state.Letters, row => row.RowKey == $"{quote.Id}|{QuoteAcceptedLetter.Name}");
            await HasNoGap(state);
        },
    }.Try(atLeast: 6);

    [Fact]
    public Task Withdrawing_one() => new EveryPoint<Quote>(world, output, "withdraw a quote")
    {
        Tables = [.. StoredState.OfQuotes.Union(StoredState.OfOrders)],
        Prepare = async () => await world.Given.Quote(await NewOrder()),
        Act = async (life, quote) => Assert.Equal(StatusCodes.Status200OK, (await Answer.Of<WithdrawQuote>(
            life, (function, request) => function.Run(request, $"{quote.Id}", None))).Status),
        Check = async (_, quote) => Assert.Equal(QuoteState.Withdrawn, (await world.Get<QuoteRegister>().Find(quote.Id, None))!.StateOn(world.Today)),
    }.Try(atLeast: 4);

    [Fact]
    public Task Erasing_the_client_of_one_that_stays_and_one_that_goes() => new EveryPoint<Quote[]>(world, output, "erase a client with quotes")
    {
        Tables = [.. StoredState.OfQuotes.Union(StoredState.OfOrders)],
        Prepare = async () =>
        {
            var order = await NewOrder();
            return [await world.Given.Quote(order, quote => Make.Accepted(quote, world.Today)), await world.Given.Quote(order)];
        },
        Act = (life, quotes) => life.Get<Erasure>().Erase(quotes[0].Subjects, "officer", None),
        Check = async (state, quotes) =>
        {
            Assert.NotNull((await world.Get<QuoteRegister>().Find(quotes[0].Id, None))!.ErasureRequestedOn);
            Assert.DoesNotContain(state.Quotes, row => row.RowKey == $"{quotes[1].Id}");
            Assert.DoesNotContain(state.Orders, row => row.PartitionKey == $"{quotes[0].Order}");
            Assert.Equal(1, (await world.Certified())[quotes[1].Id]);
        },
    }.Try(atLeast: 15);

    private async Task<Order> NewOrder() => await world.Given.Order(world.Given.NewAddress());

    /// <summary>Nothing of these was destroyed: the numbers are those from one to the last that was given.</summary>
    private async Task HasNoGap(StoredState state)
    {
        var last = Assert.Single(await world.Storage.Rows(QuoteRegister.TableName), row => row.RowKey == "last").GetInt32("LastNumber")!.Value;
        Assert.Equal(Enumerable.Range(1, last), state.Quotes.Select(row => row.GetInt32("Number")!.Value).Order());
    }
}
