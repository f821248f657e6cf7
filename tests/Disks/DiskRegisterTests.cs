using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Disks;

public sealed class DiskRegisterTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task A_disk_is_registered_by_its_label()
    {
        using var answer = await Register(" kluis-1 ");

        var disk = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(["id", "label", "registeredOn"], disk.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("KLUIS-1", world.Today.Iso()), (disk.GetProperty("label").GetString(), disk.GetProperty("registeredOn").GetString()));
        Assert.Equal(new Uri(http.World.Address, $"api/disks/{disk.GetProperty("id").GetString()}"), answer.Headers.Location);
    }

    [Fact]
    public async Task Registering_it_again_answers_with_the_one_that_is_there()
    {
        using var first = await Register("KLUIS-2");
        world.Wait(TimeSpan.FromDays(1));
        using var again = await Register("kluis-2");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Of_those_who_register_it_at_the_same_moment_one_does()
    {
        var disks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Given.Disk("KLUIS-3")));

        Assert.Single(disks.Distinct());
    }

    [Fact]
    public async Task A_name_that_is_no_label_is_refused_and_told_why()
    {
        using var answer = await Register("schijf Anna");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["label"], await answer.Faults());
        Assert.Contains("must not name a person", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_is_listed_by_label_a_page_at_a_time()
    {
        foreach (var label in (string[])["ZOLDER-2", "ZOLDER-3", "ZOLDER-1"])
            await world.Given.Disk(label);

        var first = await List("?continuation=zolder-1&limit=2");
        var next = await List($"?continuation={first.GetProperty("continuation").GetString()}&limit=2");

        Assert.Equal(["ZOLDER-1", "ZOLDER-2"], Labels(first));
        Assert.Equal(["ZOLDER-3"], Labels(next));
        Assert.False(next.TryGetProperty("continuation", out _));
        Assert.Equal(["ZOLDER-1", "ZOLDER-2", "ZOLDER-3"], Labels(await List("")).TakeLast(3));
    }

    [Fact]
    public async Task A_continuation_that_no_page_gave_is_refused()
    {
        using var answer = await http.Staff.GetAsync("api/disks?continuation=Anna");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private Task<HttpResponseMessage> Register(string label) => http.Staff.PostAsJsonAsync("api/disks", new { label });

    private Task<JsonElement> List(string query) => http.Staff.GetFromJsonAsync<JsonElement>($"api/disks{query}");

    private static IEnumerable<string?> Labels(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(disk => disk.GetProperty("label").GetString());
}
