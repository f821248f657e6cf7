namespace WelWee3D.Tests.Quotes;

public sealed class UndeliveredQuoteTests(QuotesWorld http) : IClassFixture<QuotesWorld>
{
    [Fact]
    public async Task A_quote_that_did_not_arrive_is_listed_with_its_order_while_there_is_one()
    {
        var quote = await http.World.Given.Quote();
        var orphan = await http.World.Given.Quote(agreed: made => made with { Order = Id.Parse("01900000000070008000000000000000") });
        foreach (var each in (Quote[])[quote, orphan])
            await http.World.Get<Letters>().NoteReturned(Letter.Of(QuoteLetter.Name, each.Id), http.World.Now, default);

        var listed = await http.Staff.GetFromJsonAsync<JsonElement>("api/undelivered-letters");

        Assert.Equal($"{quote.Order}", Of(quote).GetProperty("orderId").GetString());
        Assert.False(Of(orphan).TryGetProperty("orderId", out _));

        JsonElement Of(Quote of) => listed.GetProperty("items").EnumerateArray().Single(each => each.GetProperty("reference").GetString() == $"{of.Id}");
    }
}
