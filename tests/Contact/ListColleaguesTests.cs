namespace WelWee3D.Tests.Contact;

/// <summary>What staff choose from when they take a message or give it to somebody.</summary>
public sealed class ListColleaguesTests(ContactWorld http) : IClassFixture<ContactWorld>
{
    [Fact]
    public async Task Colleagues_and_mailboxes_are_named_as_the_settings_do_and_no_address_is_told()
    {
        var told = await http.Staff.GetFromJsonAsync<JsonElement>("api/colleagues");

        Assert.Equal("""{"colleagues":["planning"],"mailboxes":["PRAKTIJK"]}""", told.GetRawText());
    }

    [Fact]
    public async Task Nobody_else_is_told()
    {
        using var officer = await http.Officer.GetAsync("api/colleagues");
        using var anyone = await http.Anyone.GetAsync("api/colleagues");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (officer.StatusCode, anyone.StatusCode));
    }
}
