using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>A privacy officer who lost the answer writes the request down again under the same key, and there is one.</summary>
public sealed class RepeatedRequestTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public async Task Written_down_again_under_its_key_it_is_one_request_with_one_letter_and_another_is_refused()
    {
        var key = ContactWorld.NewKey();

        using var first = await Take("herhaald@example.nl", key);
        http.World.Wait(TimeSpan.FromSeconds(5));
        using var again = await Take("herhaald@example.nl", key);
        using var other = await Take("herhaald@example.nl", key, kind: "erasure");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(["Idempotency-Key"], await other.Faults());
        var id = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        Assert.Single(await Rows("herhaald@example.nl"));
        Assert.Single(await http.World.Storage.Rows(Letters.TableName), row => row.RowKey.StartsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_that_come_at_once_are_one()
    {
        var key = ContactWorld.NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Take("tegelijk@example.nl", key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Single(await Rows("tegelijk@example.nl"));
    }

    [Fact]
    public async Task Without_a_key_each_is_a_request_and_what_is_no_key_is_refused()
    {
        using var first = await Take("zonder@example.nl");
        using var second = await Take("zonder@example.nl");
        using var none = await Take("zonder@example.nl", "two words");

        Assert.Equal(2, (await Rows("zonder@example.nl")).Count());
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Equal(["Idempotency-Key"], await none.Faults());
    }

    private async Task<HttpResponseMessage> Take(string email, string? key = null, string kind = "access")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/privacy-requests")
        {
            Content = JsonContent.Create(new { kind, name = "Anna", email, text = "Wat weten jullie?", receivedOn = http.World.Today.Iso(), channel = "phone" }),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await http.Officer.SendAsync(request);
    }

    private async Task<IEnumerable<string>> Rows(string email) =>
        (await http.World.Storage.Rows(RequestRegister.TableName)).Where(row => row.GetString("Email") == email).Select(row => row.PartitionKey);
}
