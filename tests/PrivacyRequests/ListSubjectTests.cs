using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>The officer sees what is kept of somebody before anything is done about it.</summary>
public sealed class ListSubjectTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task Everything_that_both_values_lead_to_is_listed_and_what_one_leads_to_apart()
    {
        const string email = "everything@example.nl", phone = "+31611122233";
        var hers = await world.Given.Message(email, phone: phone);
        var order = await world.Given.OrderWithScan(email, phone);
        var maybe = await world.Given.Message("somebody.else@example.nl", phone: phone);

        var found = await Listed($"email={email}&phone={Uri.EscapeDataString(phone)}");

        Assert.Equal(
            PrivacyOfficer.Items((Kinds.Message, hers.Id), (Kinds.Order, order.Id), (Kinds.Scan, order.Scans[0].Id)),
            PrivacyOfficer.Items(found.GetProperty("items")));
        Assert.Equal(PrivacyOfficer.Items((Kinds.Message, maybe.Id)), PrivacyOfficer.Items(found.GetProperty("apart")));
        Assert.False(found.GetProperty("restricted").GetBoolean());
        Assert.NotNull(await world.Get<ContactMessages>().Find(hers.Id, default));
    }

    [Fact]
    public async Task It_tells_that_she_is_restricted()
    {
        const string email = "listed.restricted@example.nl";
        await world.Given.Message(email);
        using var restricted = await http.Officer.PostAsJsonAsync("api/subjects/restrict", new { email, reason = "Zij betwist haar adres." });

        Assert.True((await Listed($"email={email}")).GetProperty("restricted").GetBoolean());
    }

    [Theory]
    [InlineData("")]
    [InlineData("email=geen-adres")]
    [InlineData("phone=12")]
    [InlineData("email=eva@example.nl&name=Eva")]
    public async Task A_question_that_names_nobody_is_refused(string query)
    {
        using var answer = await http.Officer.GetAsync($"api/subjects?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task It_is_for_the_officer_alone()
    {
        using var answer = await http.Staff.GetAsync("api/subjects?email=eva@example.nl");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<JsonElement> Listed(string query) => http.Officer.GetFromJsonAsync<JsonElement>($"api/subjects?{query}");
}
