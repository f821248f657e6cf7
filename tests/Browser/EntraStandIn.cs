using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>
/// What a browser would find at Entra ID: a page to sign in on, which leads back with a code, and tokens for who proves to be the one that
/// began (RFC 7636). No request leaves the machine. The app is told that it is Entra ID who signs staff in.
/// </summary>
/// <param name="lasts">For how many seconds a token is good; one of less than five minutes is replaced each time.</param>
internal sealed class EntraStandIn(Uri app, string accessToken, string[] roles, int lasts = 3600)
{
    public const string Host = "https://login.microsoftonline.com";

    private const string Tenant = "0c1f7a52-6a55-4b0c-9a0e-5d6f3e1b2a77";
    private const string Client = "7d0b8f0e-3f2e-4f43-8a55-1a2b3c4d5e6f";
    private const string Person = "f6c9a1d4-8a41-4a4e-9a39-2b7d6c5e4f30";

    // Seconds of 2023 and of 2100: the browser's clock is the machine's.
    private const long Begun = 1_700_000_000, Ended = 4_102_444_800;

    private string nonce = "", challenge = "";

    /// <summary>Whether whoever signed in has to do so again.</summary>
    public bool HasLapsed { get; set; }

    /// <summary>In all windows of a browser.</summary>
    public async Task Answer(IBrowserContext browser)
    {
        await browser.RouteAsync($"{Host}/**", Answer);
        await browser.RouteAsync("**/api/console", async route =>
        {
            var console = (JsonObject)JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            (console["signIn"], console["authority"], console["clientId"]) = ("entra", $"{Host}/{Tenant}/v2.0", Client);
            await route.FulfillAsync(new() { ContentType = "application/json", Body = console.ToJsonString() });
        });
        // The page's policy, as it is where the settings name Entra ID.
        await browser.RouteAsync(new Regex("/staff(/[a-z]+)?$"), async route =>
        {
            var answer = await route.FetchAsync();
            var headers = answer.Headers.ToDictionary();
            headers["content-security-policy"] = headers["content-security-policy"].Replace(Issuer, Host, StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Headers = headers });
        });
    }

    private string Issuer => app.GetLeftPart(UriPartial.Authority);

    private Task Answer(IRoute route)
    {
        var (address, body) = (new Uri(route.Request.Url), route.Request.PostData);
        return address.AbsolutePath.Split('/')[^1] switch
        {
            "authorize" => Page(route, Back(QueryHelpers.ParseQuery(address.Query).ToDictionary(each => each.Key, each => $"{each.Value}"))),
            "token" when HasLapsed => Json(route, new() { ["error"] = "invalid_grant", ["error_description"] = "AADSTS700084: The refresh token was issued to a single page app." }, 400),
            "token" => Json(route, Tokens(QueryHelpers.ParseQuery(body).ToDictionary(each => each.Key, each => $"{each.Value}"))),
            "logout" => Page(route, "<h1>Uitgelogd</h1>"),
            "openid-configuration" => Json(route, new()
            {
                ["issuer"] = $"{Host}/{Tenant}/v2.0",
                ["authorization_endpoint"] = $"{Host}/{Tenant}/oauth2/v2.0/authorize",
                ["token_endpoint"] = $"{Host}/{Tenant}/oauth2/v2.0/token",
                ["end_session_endpoint"] = $"{Host}/{Tenant}/oauth2/v2.0/logout",
                ["jwks_uri"] = $"{Host}/{Tenant}/discovery/v2.0/keys",
            }),
            _ => route.FulfillAsync(new() { Status = 404 }),
        };
    }

    private string Back(Dictionary<string, string> asked)
    {
        Assert.Equal((Client, "code", "S256"), (asked["client_id"], asked["response_type"], asked["code_challenge_method"]));
        Assert.Equal($"{new Uri(app, "staff")}", asked["redirect_uri"]);
        (nonce, challenge) = (asked["nonce"], asked["code_challenge"]);
        return $"<h1>Inloggen</h1><a href=\"{asked["redirect_uri"]}#code=once&client_info={Base64(ClientInfo)}&state={Uri.EscapeDataString(asked["state"])}\">Ga verder als Wies</a>";
    }

    private JsonObject Tokens(Dictionary<string, string> asked)
    {
        // By the token of before only while that is good.
        if (asked["grant_type"] != "refresh_token")
        {
            Assert.Equal(("authorization_code", "once"), (asked["grant_type"], asked["code"]));
            Assert.Equal(challenge, WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(asked["code_verifier"]))));
        }
        var identity = JsonSerializer.Serialize(new
        {
            aud = Client, iss = $"{Host}/{Tenant}/v2.0", iat = Begun, nbf = Begun, exp = Ended, nonce, roles,
            name = "Wies Assistente", preferred_username = "wies@praktijk.example", oid = Person, sub = Person, tid = Tenant, ver = "2.0",
        });
        return new()
        {
            ["token_type"] = "Bearer", ["scope"] = $"{Client}/.default openid profile offline_access", ["expires_in"] = lasts,
            ["access_token"] = accessToken, ["refresh_token"] = "later", ["client_info"] = Base64(ClientInfo),
            ["id_token"] = $"{Base64("""{"alg":"RS256","typ":"JWT","kid":"one"}""")}.{Base64(identity)}.{Base64("none")}",
        };
    }

    private static string ClientInfo => $$"""{"uid":"{{Person}}","utid":"{{Tenant}}"}""";

    private static string Base64(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));

    private static Task Page(IRoute route, string body) => route.FulfillAsync(new()
    {
        ContentType = "text/html; charset=utf-8", Body = $"<!doctype html><html lang=\"nl\"><title>Entra ID</title><main>{body}</main></html>",
    });

    private static Task Json(IRoute route, JsonObject body, int status = 200) => route.FulfillAsync(new()
    {
        Status = status, ContentType = "application/json", Body = body.ToJsonString(), Headers = new Dictionary<string, string> { ["access-control-allow-origin"] = "*" },
    });
}
