using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Notices;

/// <summary>A letter to a client did not arrive: her mail address was mistyped, or her mailbox was full.</summary>
public sealed class MistypedAddressTests : NoticesWorld
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
        await ComesBack(new(OpenOrder.Letter, order));

        Assert.Equal("anna@voorbeeld.example", sent[^1]);
        Assert.Empty(afterwards);
        Assert.Equal([new(OpenOrder.Letter, order)], await GivenUp());
    }

    [Fact]
    public async Task A_letter_that_arrived_is_not_sent_again()
    {
        var order = await Opened("anna@voorbeeld.example");

        await SetRight(order, new { email = "anna.jansen@voorbeeld.example" });

        Assert.Equal(["anna@voorbeeld.example"], await Addressees());
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
        return [.. SendGrid.Received.Select(mail => mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString()!)
            .Where(to => to.EndsWith("@voorbeeld.example", StringComparison.Ordinal))];
    }
}
