using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WelWee3D.Tests.Staff;

/// <summary>An issuer of tokens on loopback, that serves its metadata as Entra ID does.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "5f6f1b60-0000-4000-8000-000000000001";

    // Made once: a new pair of keys takes long.
    private static readonly RSA First = RSA.Create(2048);
    private static readonly RSA Second = RSA.Create(2048);

    private readonly WebApplication app;
    private Issuer(WebApplication app) => this.app = app;

    public string Authority { get; private set; } = "";

    public bool IsDown { get; set; }

    public int MetadataReads { get; private set; }

    public RsaSecurityKey Key { get; private set; } = Named(First);

    public static async Task<Issuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var issuer = new Issuer(app);
        app.MapGet("/.well-known/openid-configuration", issuer.Metadata);
        app.MapGet("/keys", issuer.Keys);
        await app.StartAsync();
        issuer.Authority = app.Urls.Single();
        return issuer;
    }

    /// <summary>A key that the issuer does not have, unless it rolls over to it.</summary>
    public static RsaSecurityKey OtherKey() => Named(Second);

    public void RollKey() => Key = OtherKey();

    public StaffOptions Options() => new() { Authority = Authority, Audience = Audience };

    /// <summary>A token that is good from <paramref name="now"/> for an hour, but for what <paramref name="change"/> does.</summary>
    public string Token(DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null, params string[] roles)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            Claims = new Dictionary<string, object> { ["azp"] = Audience, ["oid"] = "assistant", ["sub"] = "pairwise", ["roles"] = roles },
            SigningCredentials = new(Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static RsaSecurityKey Named(RSA key) =>
        new(key) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };

    private IResult Metadata()
    {
        MetadataReads++;
        return IsDown
            ? Results.StatusCode(StatusCodes.Status500InternalServerError)
            : Results.Text($$"""{"issuer": "{{Authority}}", "jwks_uri": "{{Authority}}/keys"}""", "application/json");
    }

    private IResult Keys()
    {
        var parameters = Key.Rsa.ExportParameters(includePrivateParameters: false);
        var modulus = Base64UrlEncoder.Encode(parameters.Modulus);
        var exponent = Base64UrlEncoder.Encode(parameters.Exponent);
        return Results.Text(
            $$"""{"keys": [{"kty": "RSA", "use": "sig", "kid": "{{Key.KeyId}}", "n": "{{modulus}}", "e": "{{exponent}}"}]}""",
            "application/json");
    }
}
