using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace WelWee3D.Staff;

/// <summary>Tells who sent a request from its bearer token, whatever stands in front of the app.</summary>
public sealed class StaffTokens(IOptions<StaffOptions> options, TimeProvider clock)
{
    private const string Scheme = "Bearer ";
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    private readonly JsonWebTokenHandler handler = new();
    private readonly IssuerKeys keys = new(options.Value, clock);

    /// <summary>Null without a token that is good.</summary>
    /// <exception cref="IssuerUnavailableException">Nobody can say whether it is good.</exception>
    public async Task<Caller?> Caller(HttpRequest request, CancellationToken cancellation)
    {
        if (BearerToken(request) is not { } text || !handler.CanReadToken(text))
            return null;

        var current = await keys.Current(cancellation);
        var result = await Validate(text, current.Metadata);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException
            && await keys.Newest(cancellation) is var newest && newest != current)
            result = await Validate(text, newest.Metadata);

        return result.IsValid && !IsCritical(result.SecurityToken) && IsForAsking(result.ClaimsIdentity) ? CallerOf(result.ClaimsIdentity) : null;
    }

    // An ID token has the same issuer, audience and roles, and tells the console alone who signed in. Entra ID names in each token
    // for asking an API which app asks with it (azp, or appid in its first version), and in none of the other; those bear the nonce of
    // the sign-in. Which scopes a console gets that asks for its own app by .default is not told (scp), so that is not asked for.
    private static bool IsForAsking(ClaimsIdentity identity) =>
        (identity.HasClaim(claim => claim.Type == "azp") || identity.HasClaim(claim => claim.Type == "appid")) && !identity.HasClaim(claim => claim.Type == "nonce");

    // A token may say what must be understood to judge it (RFC 7515, section 4.1.11); nothing of the kind is understood here.
    private static bool IsCritical(SecurityToken token) => ((JsonWebToken)token).TryGetHeaderValue<object>("crit", out _);

    private static string? BearerToken(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header]
            || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var token = header[Scheme.Length..].Trim(' ');
        return token.Length > 0 && !token.Contains(' ') && !token.Contains(',') ? token : null;
    }

    private Task<TokenValidationResult> Validate(string token, OpenIdConnectConfiguration issuer) =>
        handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer,
            ValidAudiences = [options.Value.Audience, $"api://{options.Value.Audience}"],
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = issuer.SigningKeys,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = IsAlive,
        });

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires + ClockSkew > now && (notBefore is null || notBefore - ClockSkew <= now);
    }

    private static Caller? CallerOf(ClaimsIdentity identity)
    {
        var id = identity.FindFirst("oid")?.Value ?? identity.FindFirst("sub")?.Value;
        return string.IsNullOrEmpty(id) ? null : new Caller(id, identity.FindAll("roles").SelectMany(RolesOf).ToHashSet());
    }

    private static Role[] RolesOf(Claim claim) => claim.Value switch
    {
        "staff" => [Role.Staff],
        "privacy" => [Role.Privacy],
        _ => [],
    };
}
