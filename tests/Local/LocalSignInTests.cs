using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace WelWee3D.Tests.Local;

[Collection(LocalAppTests.Name)]
public sealed class LocalSignInTests(LocalAppFixture local)
{
    [Theory]
    [InlineData("""{"role": "staff"}""", new[] { "staff" })]
    [InlineData("""{"role": "privacy"}""", new[] { "privacy" })]
    [InlineData("""{"roles": ["staff", "privacy"]}""", new[] { "staff", "privacy" })]
    public async Task A_token_is_valid_by_the_metadata_of_its_authority(string body, string[] roles)
    {
        using var answer = await local.Http.PostAsync("local/token", new StringContent(body));
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();

        var validation = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{local.App.BaseAddress}local/.well-known/openid-configuration",
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = false }),
            ValidAudience = "wel-wee-3d",
        });

        Assert.True(validation.IsValid, validation.Exception?.Message);
        Assert.Equal($"{local.App.BaseAddress}local", validation.Issuer);
        Assert.Equal(roles, validation.ClaimsIdentity.FindAll("roles").Select(role => role.Value));
        Assert.True(Guid.TryParse(validation.ClaimsIdentity.FindFirst("oid")?.Value, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"role": "admin"}""")]
    [InlineData("""{"roles": ["staff", 1]}""")]
    public async Task An_unknown_role_is_refused(string body)
    {
        using var answer = await local.Http.PostAsync("local/token", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
