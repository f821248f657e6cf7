using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Orders;

/// <summary>Whoever lost the answer opens the order again under the same key, and there is one.</summary>
public sealed class RepeatedOrderTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public async Task Opened_again_under_its_key_it_is_one_order_with_one_letter_and_another_order_is_refused()
    {
        var key = ContactWorld.NewKey();

        using var first = await Open("herhaald@example.nl", key);
        http.World.Wait(TimeSpan.FromSeconds(5));
        using var again = await Open("herhaald@example.nl", key);
        using var other = await Open("anders@example.nl", key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((first.Headers.Location, first.Headers.ETag), (again.Headers.Location, again.Headers.ETag));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(["Idempotency-Key"], await other.Faults());
        Assert.Equal((1, 0), (await Count("herhaald@example.nl"), await Count("anders@example.nl")));
        var id = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        Assert.Single(await http.World.Storage.Rows(Letters.TableName), row => row.RowKey.StartsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_that_come_at_once_open_one()
    {
        var key = ContactWorld.NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Open("tegelijk@example.nl", key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(1, await Count("tegelijk@example.nl"));
    }

    [Fact]
    public async Task A_key_is_good_past_midnight_for_the_order_of_that_day()
    {
        var key = ContactWorld.NewKey();

        using var first = await Open("middernacht@example.nl", key);
        http.World.Wait(TimeSpan.FromDays(1));
        using var nextDay = await Open("middernacht@example.nl", key);
        http.World.Wait(TimeSpan.FromDays(1));
        using var dayAfter = await Open("middernacht@example.nl", key);

        Assert.Equal(first.Headers.Location, nextDay.Headers.Location);
        Assert.NotEqual(first.Headers.Location, dayAfter.Headers.Location);
    }

    [Fact]
    public async Task Without_a_key_each_is_an_order_and_what_is_no_key_is_refused()
    {
        using var first = await Open("zonder@example.nl");
        using var second = await Open("zonder@example.nl");
        using var none = await Open("zonder@example.nl", "two words");

        Assert.Equal(2, await Count("zonder@example.nl"));
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Equal(["Idempotency-Key"], await none.Faults());
    }

    [Fact]
    public async Task One_that_was_erased_does_not_come_back_when_its_request_does()
    {
        var (key, email) = (ContactWorld.NewKey(), "gewist@example.nl");
        using var first = await Open(email, key);
        await http.World.Get<Erasure>().Erase([http.World.Get<SubjectKeys>().OfEmail(email)], "officer", default);

        using var again = await Open(email, key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Gone), (first.StatusCode, again.StatusCode));
        Assert.Equal(0, await Count(email));
    }

    private async Task<HttpResponseMessage> Open(string email, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/orders")
        {
            Content = JsonContent.Create(new
            {
                name = "Anna", email, phone = "06 12345678", language = "nl", heightInMillimetres = 150,
                address = new { line1 = "Dam 1", postalCode = "1012js", city = "Amsterdam", country = "nl" },
            }),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await http.Staff.SendAsync(request);
    }

    private async Task<int> Count(string email) =>
        (await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders?email={email}")).GetProperty("items").GetArrayLength();
}
