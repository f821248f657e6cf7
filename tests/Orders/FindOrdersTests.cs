using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Orders;

/// <summary>How staff find an order.</summary>
public sealed class FindOrdersTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Theory]
    [InlineData("mar")]
    [InlineData("Maríe")]
    [InlineData("marie-lou")]
    [InlineData("VAN DER VELDE")]
    [InlineData("velde mar")]
    [InlineData("lou v")]
    public async Task By_the_start_of_her_name(string name)
    {
        var order = await Named("Marie-Lou van der Velde-Şahin");
        await Named("Marloes Vos");

        var found = await Find($"name={Uri.EscapeDataString(name)}");

        Assert.Contains($"{order.Id}", found);
    }

    [Theory]
    [InlineData("Bjørn Łukasz", "bjorn luk")]
    [InlineData("Strauß", "STRAUSS")]
    [InlineData("Ægir Ðuric", "aegir duric")]
    [InlineData("Ayşe Çelik", "ayse celik")]
    [InlineData("李小龍", "李小龍")]
    [InlineData("Bo Li", "bo")]
    public async Task Whatever_its_letters(string written, string name)
    {
        var order = await Named(written);

        Assert.Contains($"{order.Id}", await Find($"name={Uri.EscapeDataString(name)}"));
    }

    [Theory]
    [InlineData("reference=", "reference")]
    [InlineData("reference=K0RM-2P4X", "reference")]
    [InlineData("email=anna", "email")]
    [InlineData("email=", "email")]
    [InlineData("phone=06-123", "phone")]
    [InlineData("phone=x&email=x&state=x&name=&limit=0", "email", "limit", "name", "phone", "state")]
    [InlineData("name=qx", "name")]
    [InlineData("state=restricted", "state")]
    [InlineData("achternaam=Jansen", "achternaam")]
    public async Task A_question_that_finds_nothing_for_certain_is_refused(string query, params string[] fields)
    {
        using var answer = await Get(query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(fields, (await answer.Faults()).Order());
    }

    [Theory]
    [InlineData("Marloes Vos", "mario")]
    [InlineData("Marloes Vos", "marloes velde")]
    public async Task But_not_by_the_start_of_another(string written, string name)
    {
        var order = await Named(written);

        Assert.DoesNotContain($"{order.Id}", await Find($"name={name}"));
    }

    [Fact]
    public async Task By_the_reference_that_she_says_aloud()
    {
        var order = await Named("Reference");
        using var shown = await http.Staff.GetAsync($"api/orders/{order.Id}");
        var reference = (await shown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;

        Assert.Equal($"{Reference.Of(order.Id)}", reference);
        Assert.Equal([$"{order.Id}"], await Find($"reference={reference.ToLowerInvariant()}"));
        Assert.Equal([$"{order.Id}"], await Find($"reference={reference.Replace("-", "", StringComparison.Ordinal)}"));
    }

    [Fact]
    public async Task By_how_far_it_is()
    {
        var (shipped, cancelled, open) = (await Named("Stateful"), await Named("Stateful"), await Named("Stateful"));
        await world.Given.Change(shipped, order => order with { ShippedOn = world.Today });
        await world.Given.Change(cancelled, order => order with { CancelledOn = world.Today });

        Assert.Equal([$"{shipped.Id}"], await Find("name=stateful&state=shipped"));
        Assert.Contains($"{shipped.Id}", await Find("state=shipped"));
        Assert.Equal([$"{cancelled.Id}"], await Find("name=stateful&state=Cancelled"));
        Assert.Equal([$"{open.Id}"], await Find("name=stateful&state=open"));
        Assert.DoesNotContain($"{shipped.Id}", await Find("state=open"));
    }

    [Fact]
    public async Task Every_value_that_is_given_narrows_it()
    {
        var order = await Named("Narrow", "narrow@example.nl", "0612000001");
        await Named("Narrow", "narrow2@example.nl", "0612000001");

        Assert.Equal([$"{order.Id}"], await Find("email=NARROW@example.nl&phone=%2B31612000001&name=nar"));
        Assert.Empty(await Find("email=narrow@example.nl&phone=0612000002"));
        Assert.Empty(await Find($"email=narrow@example.nl&reference={Reference.Of(world.NewId())}"));
    }

    [Fact]
    public async Task What_was_set_right_is_found_by_what_it_is_now()
    {
        var order = await Named("Verkeerdmans", "wrong@example.nl");
        using var rectified = await http.Staff.PatchAsJsonAsync($"api/orders/{order.Id}", new { name = "Rechtmans", email = "right@example.nl" });

        Assert.Equal(HttpStatusCode.OK, rectified.StatusCode);
        Assert.Equal([$"{order.Id}"], await Find("name=rechtmans"));
        Assert.Equal([$"{order.Id}"], await Find("email=right@example.nl"));
        Assert.Empty(await Find("name=verkeerdmans"));
        Assert.Empty(await Find("email=wrong@example.nl"));
        Assert.Single(await Terms(order), term => term.StartsWith("name:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_may_only_be_stored_is_not_found()
    {
        var order = await Named("Beperkt");
        await world.Given.Change(order, found => found with { RestrictedOn = world.Today });

        Assert.Empty(await Find("name=beperkt"));
        Assert.Empty(await Find($"reference={Reference.Of(order.Id)}"));
    }

    [Fact]
    public async Task Pages_follow_on_one_another_newest_first_and_are_full()
    {
        var all = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            all.Insert(0, $"{(await Named(i == 2 ? "Bladzaad" : "Bladzijde")).Id}");
            world.Wait(TimeSpan.FromSeconds(1));
        }
        all.RemoveAt(2);

        var first = await http.Staff.GetFromJsonAsync<JsonElement>("api/orders?name=bladzij&limit=3");
        var second = await http.Staff.GetFromJsonAsync<JsonElement>(
            $"api/orders?name=bladzij&limit=3&continuation={first.GetProperty("continuation").GetString()}");

        Assert.Equal(all, Ids(first).Concat(Ids(second)));
        Assert.Equal(3, Ids(first).Count);
        Assert.False(second.TryGetProperty("continuation", out _));
    }

    [Fact]
    public async Task A_name_is_looked_for_in_its_own_range_of_the_index()
    {
        await Named("Zeldzaam");
        var before = world.Calls.Count;

        await Find("name=zeldzaam");

        // The range, the order itself, and that somebody looked.
        Assert.Equal(3, world.Calls.Count - before);
    }

    private async Task<Order> Named(string name, string? email = null, string? phone = null)
    {
        using var opened = await http.Staff.PostAsJsonAsync(
            "api/orders", new { name, email = email ?? world.Given.NewAddress(), phone, language = "nl" });
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var id = (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        return (await world.Get<OrderStore>().Find(Id.Parse(id), default))!;
    }

    private async Task<IReadOnlyList<string>> Terms(Order order) =>
        await world.Storage.RowKeys(SearchIndex.TableName, NewestFirst.Key(order.Id));

    private Task<HttpResponseMessage> Get(string query) => http.Staff.GetAsync($"api/orders?{query}");

    private async Task<IReadOnlyList<string>> Find(string query)
    {
        using var answer = await Get(query);
        return await Ids(answer);
    }

    private static async Task<IReadOnlyList<string>> Ids(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Ids(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static IReadOnlyList<string> Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(order => order.GetProperty("id").GetString()!)];
}
