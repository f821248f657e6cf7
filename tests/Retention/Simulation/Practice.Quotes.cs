namespace WelWee3D.Tests.Retention.Simulation;

/// <summary>What is offered to clients, and what they accept.</summary>
internal sealed partial class Practice
{
    private readonly Dictionary<int, int> numbered = [];

    public async Task Offer(QuoteOf quote, int days)
    {
        if (quote.Order.CancelledOn is not null || quote.Order.Said.Restricted)
            return;
        var order = (await world.Get<OrderStore>().Find(Parse(quote.Order), None))!;
        quote.ValidUntil = Today.AddDays(days);
        var made = await world.Given.Quote(order, each => each with { ValidUntil = quote.ValidUntil });
        // Whatever went of those before it, the next number of the year is the next.
        quote.Number = numbered[Today.Year] = numbered.GetValueOrDefault(Today.Year) + 1;
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{Today.Year}-{quote.Number:0000}"), made.NumberOfYear);
        Came(quote, made.Id);
    }

    public async Task Accept(QuoteOf quote)
    {
        Acts++;
        var (changed, refusal) = await world.Get<QuoteRegister>().Apply(Parse(quote), each => QuoteRules.Accept(each, QuoteText.Sha256(each), Today), None);
        Check(quote, changed is not null);
        Assert.Equal(Today > quote.ValidUntil, refusal is not null);
        if (refusal is null)
            quote.Accept(Today);
    }
}
