using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Quotes;

/// <summary>The app of a practice that declares VAT under the one-stop-shop scheme too, with staff who make quotes and clients who accept them.</summary>
public sealed class QuotesWorld : HttpWorld
{
    protected override WorldOptions Options => new()
    {
        Settings = new Dictionary<string, string?> { ["Quotes:OneStopShop"] = "true", ["Quotes:Sender:0"] = "Verloskundigenpraktijk Wel & Wee", ["Quotes:Sender:1"] = "Dorpsstraat 1" },
    };

    internal static readonly object Lines = new object[]
    {
        new { description = "Beeldje van 15 cm", quantity = 1, amountInCents = 14_900, vatRate = 21 },
        new { description = "Boekje", quantity = 2, amountInCents = 1_090, vatRate = 9 },
    };

    internal static readonly object Usual = new { lines = Lines };

    internal QuoteRegister Quotes => World.Get<QuoteRegister>();

    internal async Task<HttpResponseMessage> Make(Order order, object quote, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/orders/{order.Id}/quotes") { Content = JsonContent.Create(quote) };
        if (key is not null)
            request.Headers.Add(IdempotencyKey.Header, key);
        return await Staff.SendAsync(request);
    }

    internal async Task<JsonElement> Made(Order order, object? quote = null)
    {
        using var answer = await Make(order, quote ?? Usual);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    internal async Task<JsonElement> Sent(Order order, object? quote = null)
    {
        var made = await Made(order, quote);
        using var answer = await Send(made);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    internal Task<HttpResponseMessage> Send(JsonElement quote) => Staff.PostAsync($"api/quotes/{Text(quote, "id")}/send", null);

    internal Task<HttpResponseMessage> Withdraw(JsonElement quote) => Staff.PostAsync($"api/quotes/{Text(quote, "id")}/withdraw", null);

    internal string Token(JsonElement quote) => World.Get<PersonalLinks>().To("quote-link", Id.Parse(Text(quote, "id")));

    internal Task<HttpResponseMessage> Accept(JsonElement quote, string? sha256 = null) =>
        Anyone.PostAsJsonAsync($"api/quote/{Token(quote)}", new { sha256 = sha256 ?? Text(quote, "sha256") });

    internal async Task<JsonElement> Offered(JsonElement quote) => await Anyone.GetFromJsonAsync<JsonElement>($"api/quote/{Token(quote)}");

    internal async Task<(HttpStatusCode Status, string Page)> Page(JsonElement quote, string language = "nl", HttpContent? form = null)
    {
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, $"api/quote/{Token(quote)}?language={language}") { Content = form };
        request.Headers.Accept.ParseAdd(ContactWorld.Browser);
        using var answer = await Anyone.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    internal static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
