using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WelWee3D.Local;

/// <summary>Signs staff in without Entra ID. The app finds the keys as it does there: from the authority's metadata.</summary>
internal sealed class LocalSignIn(string authority, TimeProvider clock)
{
    public const string Audience = "wel-wee-3d";

    private static readonly string[] Roles = ["staff", "privacy"];

    // Of the process: to make one takes a tenth of a second.
    private static readonly Lazy<RSA> Key = new(() => RSA.Create(2048));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/local/token", async (HttpRequest request, CancellationToken cancellation) =>
            Asked(await LocalJson.Read(request, cancellation)) is { Length: > 0 } roles
                ? Results.Json(new { accessToken = Token(roles) })
                : LocalJson.Invalid("role", $"One of: {string.Join(", ", Roles)}."));
        routes.MapGet("/local/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = authority,
            jwks_uri = $"{authority}/keys",
            token_endpoint = $"{authority}/token",
            id_token_signing_alg_values_supported = new[] { SecurityAlgorithms.RsaSha256 },
        }));
        routes.MapGet("/local/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
    }

    private static string[] Asked(JsonElement body)
    {
        string?[] asked = [];
        if (LocalJson.Text(body, "role") is { } role)
            asked = [role];
        else if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array)
            asked = [.. roles.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString() : null)];
        return asked.All(one => Roles.Contains(one)) ? [.. asked.Distinct()!] : [];
    }

    private string Token(string[] roles) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = authority,
        Audience = Audience,
        // Valid far to both sides: moving the clock must sign nobody out.
        NotBefore = clock.GetUtcNow().AddYears(-20).UtcDateTime,
        Expires = clock.GetUtcNow().AddYears(20).UtcDateTime,
        IssuedAt = clock.GetUtcNow().UtcDateTime,
        Claims = new Dictionary<string, object>
        {
            ["azp"] = Audience,
            ["oid"] = Person(roles),
            ["name"] = $"Local {string.Join(" and ", roles)}",
            ["roles"] = roles,
        },
        SigningCredentials = new SigningCredentials(SigningKey(), SecurityAlgorithms.RsaSha256),
    });

    /// <summary>One person per set of roles, the same in every run.</summary>
    private static string Person(string[] roles) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', roles)))[..16]).ToString();

    private RsaSecurityKey SigningKey() => new(Key.Value) { KeyId = Base64UrlEncoder.Encode(SHA256.HashData(Key.Value.ExportRSAPublicKey())) };

    private object PublicKey()
    {
        var numbers = Key.Value.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = SecurityAlgorithms.RsaSha256,
            kid = SigningKey().KeyId,
            n = Base64UrlEncoder.Encode(numbers.Modulus),
            e = Base64UrlEncoder.Encode(numbers.Exponent),
        };
    }
}
