using WelWee3D.Tests.Contact;
using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.People;

/// <summary>What every route about one person refuses.</summary>
public sealed class SubjectFormTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    private static readonly string[] Routes = ["subjects/erase", "subjects/restrict", "subjects/export"];

    private readonly PrivacyOfficer officer = new(http);

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("staff", HttpStatusCode.Forbidden)]
    public Task Only_the_privacy_officer_may_ask(string? role, HttpStatusCode expected) =>
        Each("{\"email\":\"nobody@example.nl\"}", role, expected);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"email\":null,\"phone\":null}")]
    [InlineData("{\"email\":\"\",\"phone\":\" \"}")]
    public Task Without_mail_address_and_phone_it_is_about_nobody(string body) =>
        Each(body, "privacy", HttpStatusCode.UnprocessableEntity, "email");

    [Theory]
    [InlineData("{\"email\":\"a@example.nl\",\"name\":\"Anna\"}", HttpStatusCode.UnprocessableEntity, "name")]
    [InlineData("{\"email\":\"a@example.nl\",\"email\":\"b@example.nl\"}", HttpStatusCode.UnprocessableEntity, "email")]
    [InlineData("{\"email\":\"anna at example.nl\"}", HttpStatusCode.UnprocessableEntity, "email")]
    [InlineData("{\"phone\":\"06-123\"}", HttpStatusCode.UnprocessableEntity, "phone")]
    [InlineData("{\"email\":1}", HttpStatusCode.BadRequest, "email")]
    [InlineData("{\"phone\":[\"06 12345678\"]}", HttpStatusCode.BadRequest, "phone", "email")]
    [InlineData("[]", HttpStatusCode.BadRequest, "body")]
    [InlineData("email=a@example.nl", HttpStatusCode.BadRequest, "body")]
    [InlineData("", HttpStatusCode.BadRequest, "body")]
    public Task A_form_that_cannot_be_used_is_refused_by_its_field(string body, HttpStatusCode expected, params string[] fields) =>
        Each(body, "privacy", expected, fields);

    [Theory]
    [InlineData("subjects/restrict", "lift")]
    [InlineData("subjects/restrict", "destroysNow")]
    public async Task What_is_true_or_false_is_nothing_else(string route, string field)
    {
        using var text = await officer.Ask(HttpMethod.Post, route, $$"""{"email":"nobody@example.nl","{{field}}":"true"}""");
        using var nothing = await officer.Ask(HttpMethod.Post, route, $$"""{"email":"nobody@example.nl","{{field}}":null}""");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity), (text.StatusCode, nothing.StatusCode));
        Assert.Equal([field, field], [.. await text.Faults(), .. await nothing.Faults()]);
    }

    private async Task Each(string body, string? role, HttpStatusCode expected, params string[] fields)
    {
        foreach (var route in Routes)
        {
            using var answer = await officer.Ask(HttpMethod.Post, route, body, role);

            Assert.Equal(expected, answer.StatusCode);
            Assert.Equal(fields, await answer.Faults());
        }
    }
}
