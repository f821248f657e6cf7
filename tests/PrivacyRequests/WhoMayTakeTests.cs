using System.Net.Http.Headers;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>Anyone may ask on the website's terms; whoever brings a token is asked who they are.</summary>
public sealed class WhoMayTakeTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private static readonly object Form = new { kind = "access", name = "Anna", email = "anna@example.nl", receivedOn = "2026-11-01", channel = "phone" };

    [Fact]
    public async Task A_token_of_another_role_is_refused_and_nothing_is_kept() => await Refused(http.Staff, HttpStatusCode.Forbidden);

    [Fact]
    public async Task One_that_is_none_is_refused_and_not_taken_for_a_visitor()
    {
        using var stranger = HttpWorld.Client(http.World);
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "none");

        await Refused(stranger, HttpStatusCode.Unauthorized);
    }

    private async Task Refused(HttpClient client, HttpStatusCode status)
    {
        using var answer = await client.PostAsJsonAsync("api/privacy-requests", Form);

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await http.World.Storage.Rows(RequestRegister.TableName));
    }
}
