using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Recipients;

public sealed class RecipientRegisterTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public async Task A_recipient_is_registered_by_its_label()
    {
        using var answer = await Register(" printer-1 ", "drukker@example.nl");

        var recipient = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(
            ["label PRINTER-1", "name De drukker", "email drukker@example.nl", "purpose Beeldjes printen", "language nl", $"registeredOn {http.World.Today.Iso()}"],
            recipient.EnumerateObject().Select(member => $"{member.Name} {member.Value}"));
    }

    [Fact]
    public async Task Registered_again_its_address_is_set_right_and_its_day_stays()
    {
        using var first = await Register("PRINTER-2", "drukker@example.nl");
        http.World.Wait(TimeSpan.FromDays(1));
        using var again = await Register("printer-2", "post@example.nl");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        var stands = (await http.World.Get<RecipientRegister>().Find("PRINTER-2", default))!;
        Assert.Equal(("post@example.nl", http.World.Today.AddDays(-1)), (stands.Email, stands.RegisteredOn));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        using var answer = await http.Staff.PostAsJsonAsync("api/recipients", new { label = "de drukker", email = "drukker", language = "de" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["email", "label", "language", "name", "purpose"], (await answer.Faults()).Order());
    }

    [Fact]
    public async Task The_register_is_listed_by_label_a_page_at_a_time()
    {
        foreach (var label in (string[])["Z2", "Z3", "Z1"])
            await http.World.Given.Recipient(label);

        var first = await List("?continuation=z1&limit=2");
        var next = await List($"?continuation={first.GetProperty("continuation").GetString()}&limit=2");

        Assert.Equal(["Z1", "Z2"], Labels(first));
        Assert.Equal(["Z3"], Labels(next));
    }

    private Task<HttpResponseMessage> Register(string label, string email) =>
        http.Staff.PostAsJsonAsync("api/recipients", new { label, name = "De drukker", email, purpose = "Beeldjes printen" });

    private Task<JsonElement> List(string query) => http.Staff.GetFromJsonAsync<JsonElement>($"api/recipients{query}");

    private static IEnumerable<string?> Labels(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(each => each.GetProperty("label").GetString());
}
