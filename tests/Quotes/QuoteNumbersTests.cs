namespace WelWee3D.Tests.Quotes;

/// <summary>Numbers follow each other in a year, whoever asks at the same moment and whatever becomes of the quotes.</summary>
public sealed class QuoteNumbersTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Fifty_at_once_get_fifty_numbers_without_a_gap()
    {
        var order = await world.Given.Order();
        await using var other = world.Beside();
        await using var third = world.Beside();
        World[] instances = [world, other, third];

        var quotes = await Task.WhenAll(Enumerable.Range(0, 50).Select(at => instances[at % instances.Length].Given.Quote(order)));

        Assert.Equal(Enumerable.Range(1, 50), quotes.Select(quote => quote.Number).Order());
        Assert.Equal(50, await world.Get<QuoteRegister>().OfOrder(order.Id, None).CountAsync());
    }

    [Fact]
    public async Task Twenty_at_once_under_one_key_are_one_with_one_number()
    {
        var order = await world.Given.Order();
        var quote = Make.Quote(order, world.Now, world.Get<OrderStore>().SubjectsOf(order));

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.Get<QuoteRegister>().Make(quote, None)));
        var next = await world.Given.Quote(order);

        Assert.All(made, each => Assert.Equal((quote.Id, 1), (each.Id, each.Number)));
        Assert.Equal(2, next.Number);
        Assert.Equal(2, await world.Get<QuoteRegister>().OfOrder(order.Id, None).CountAsync());
    }

    [Fact]
    public async Task A_number_whose_quote_is_destroyed_is_not_given_again()
    {
        var (order, email) = (await world.Given.Order(world.Given.NewAddress()), world.Given.NewAddress());
        await world.Given.Quote(order);
        await world.Given.Quote(email);
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(email)], "officer", None);

        Assert.Equal(3, (await world.Given.Quote(order)).Number);
    }

    [Fact]
    public async Task Those_of_an_order_and_a_page_of_a_year_cost_the_same_however_many_others_there_are()
    {
        var order = await world.Given.Order();
        await world.Given.Quote(order);
        await world.Given.Quote(order);
        async Task<(int, int)> Cost() => (
            await Asked(() => world.Ask<ListQuotesOfOrder>((function, request) => function.Run(request, $"{order.Id}", None))),
            await Asked(() => world.Ask<ListQuotes>((function, request) => function.Run(request, None), compose: request => request.QueryString = new("?limit=2"))));
        async Task<int> Asked(Func<Task> act)
        {
            var before = world.Calls.Count;
            await act();
            return world.Calls.Count - before;
        }
        var alone = await Cost();

        var other = await world.Given.Order(world.Given.NewAddress());
        for (var each = 0; each < 30; each++)
            await world.Given.Quote(other);

        Assert.Equal(alone, await Cost());
        Assert.InRange(alone.Item1, 1, 10);
    }

    [Fact]
    public async Task Each_year_begins_with_one()
    {
        var order = await world.Given.Order();
        var before = await world.Given.Quote(order);
        world.MoveTo(new DateOnly(world.Today.Year + 1, 1, 1));

        var after = await world.Given.Quote(order);

        Assert.Equal($"{world.Today.Year - 1}-0001", before.NumberOfYear);
        Assert.Equal($"{world.Today.Year}-0001", after.NumberOfYear);
    }
}
