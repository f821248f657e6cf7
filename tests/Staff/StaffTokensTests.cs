using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace WelWee3D.Tests.Staff;

public sealed class StaffTokensTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2031, 3, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Now);
    private Issuer issuer = null!;
    private StaffTokens tokens = null!;

    public async Task InitializeAsync()
    {
        issuer = await Issuer.Start();
        tokens = new StaffTokens(Microsoft.Extensions.Options.Options.Create(issuer.Options()), clock);
    }

    public async Task DisposeAsync() => await issuer.DisposeAsync();

    [Theory]
    [InlineData(new string[0], new Role[0])]
    [InlineData(new[] { "staff" }, new[] { Role.Staff })]
    [InlineData(new[] { "privacy" }, new[] { Role.Privacy })]
    [InlineData(new[] { "privacy", "staff" }, new[] { Role.Staff, Role.Privacy })]
    [InlineData(new[] { "admin", "STAFF", "staff ", "0" }, new Role[0])]
    public async Task A_good_token_tells_who_calls_and_in_which_roles(string[] roles, Role[] expected)
    {
        var caller = await Caller(issuer.Token(Now, roles: roles));

        Assert.Equal("assistant", caller?.Id);
        Assert.Equal(expected, caller?.Roles.Order());
    }

    [Fact]
    public async Task A_single_role_may_be_written_without_an_array()
    {
        var caller = await Caller(issuer.Token(Now, token => token.Claims["roles"] = "staff"));

        Assert.Equal([Role.Staff], caller?.Roles);
    }

    [Fact]
    public async Task Without_an_object_id_the_subject_tells_who_it_is() =>
        Assert.Equal("pairwise", (await Caller(issuer.Token(Now, token => token.Claims.Remove("oid"))))?.Id);

    [Fact]
    public async Task A_token_that_names_nobody_is_refused() =>
        Assert.Null(await Caller(issuer.Token(Now, token => token.Claims = new Dictionary<string, object> { ["azp"] = Issuer.Audience })));

    [Fact]
    public async Task A_token_that_tells_the_console_who_signed_in_asks_for_nothing_here()
    {
        Assert.Null(await Caller(issuer.Token(Now, token => token.Claims.Remove("azp"), "staff")));
        Assert.Null(await Caller(issuer.Token(Now, token => token.Claims["nonce"] = "once", "staff")));
    }

    [Fact]
    public async Task A_token_of_the_first_version_names_the_app_that_asks_by_another_word() =>
        Assert.NotNull(await Caller(issuer.Token(Now, token =>
        {
            token.Claims.Remove("azp");
            token.Claims["appid"] = Issuer.Audience;
        }, "staff")));

    [Theory]
    [InlineData("-00:02:01", false)]
    [InlineData("-00:02:00", true)]
    [InlineData("00:00:00", true)]
    [InlineData("01:01:59", true)]
    [InlineData("01:02:00", false)]
    [InlineData("1.00:00:00", false)]
    public async Task A_token_lives_for_its_hour_and_two_minutes_on_either_side(string after, bool good)
    {
        var token = issuer.Token(Now, roles: "staff");
        clock.AdjustTime(Now + TimeSpan.Parse(after, CultureInfo.InvariantCulture));

        Assert.Equal(good, await Caller(token) is not null);
    }

    [Fact]
    public async Task A_token_that_asks_for_more_than_is_understood_here_is_refused() =>
        Assert.Null(await Caller(issuer.Token(
            Now, token => token.AdditionalHeaderClaims = new Dictionary<string, object> { ["crit"] = new[] { "exp" } }, "staff")));

    [Fact]
    public async Task A_token_that_never_expires_is_refused() =>
        Assert.Null(await Caller(issuer.Token(Now, token => token.Expires = null)));

    [Theory]
    [InlineData(Issuer.Audience, true)]
    [InlineData("api://" + Issuer.Audience, true)]
    [InlineData("api://" + Issuer.Audience + "/", false)]
    [InlineData("00000003-0000-0000-c000-000000000000", false)]
    [InlineData("", false)]
    public async Task A_token_must_be_meant_for_this_app(string audience, bool good) =>
        Assert.Equal(good, await Caller(issuer.Token(Now, token => token.Audience = audience)) is not null);

    [Theory]
    [InlineData("/")]
    [InlineData("/v1.0")]
    public async Task A_token_must_come_from_exactly_this_issuer(string suffix) =>
        Assert.Null(await Caller(issuer.Token(Now, token => token.Issuer += suffix)));

    [Fact]
    public async Task A_token_signed_with_another_key_under_the_same_name_is_refused()
    {
        var forged = Issuer.OtherKey();
        forged.KeyId = issuer.Key.KeyId;

        Assert.Null(await Caller(issuer.Token(Now, token => token.SigningCredentials = new(forged, SecurityAlgorithms.RsaSha256))));
    }

    [Fact]
    public async Task A_token_that_was_changed_is_refused()
    {
        var parts = issuer.Token(Now, roles: "staff").Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("staff", "privacy", StringComparison.Ordinal);

        Assert.Null(await Caller($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}"));
    }

    [Fact]
    public async Task An_unsigned_token_is_refused() =>
        Assert.Null(await Caller(issuer.Token(Now, token => token.SigningCredentials = null)));

    [Fact]
    public async Task The_public_key_is_no_shared_secret()
    {
        var publicKey = Encoding.ASCII.GetBytes(issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        var secret = new SymmetricSecurityKey(publicKey) { KeyId = issuer.Key.KeyId };

        Assert.Null(await Caller(issuer.Token(Now, token => token.SigningCredentials = new(secret, SecurityAlgorithms.HmacSha256))));
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256, true)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256, true)]
    [InlineData(SecurityAlgorithms.RsaSha512, false)]
    public async Task Only_known_algorithms_are_trusted(string algorithm, bool good) =>
        Assert.Equal(good, await Caller(issuer.Token(Now, token => token.SigningCredentials = new(issuer.Key, algorithm))) is not null);

    [Theory]
    [InlineData("Bearer {0}", true)]
    [InlineData("bearer {0}", true)]
    [InlineData("Bearer  {0}", true)]
    [InlineData("Bearer{0}", false)]
    [InlineData("Basic {0}", false)]
    [InlineData("{0}", false)]
    [InlineData("Bearer {0} {0}", false)]
    [InlineData("Bearer {0}, Bearer {0}", false)]
    public async Task The_header_holds_one_bearer_token(string header, bool good)
    {
        var token = issuer.Token(Now, roles: "staff");

        Assert.Equal(good, await CallerOf(string.Format(null, header, token)) is not null);
    }

    [Fact]
    public async Task Two_headers_are_one_too_many()
    {
        var header = $"Bearer {issuer.Token(Now)}";

        Assert.Null(await CallerOf(new StringValues([header, header])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    public async Task Without_a_token_nobody_is_known(string? header) => Assert.Null(await CallerOf(header));

    [Fact]
    public async Task A_new_key_of_the_issuer_is_found_when_a_token_needs_it()
    {
        Assert.NotNull(await Caller(issuer.Token(Now)));
        issuer.RollKey();
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.NotNull(await Caller(issuer.Token(Now)));
        Assert.Equal(2, issuer.MetadataReads);
    }

    [Fact]
    public async Task Tokens_with_made_up_keys_do_not_make_the_issuer_busy()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var key = new SigningCredentials(Issuer.OtherKey(), SecurityAlgorithms.RsaSha256);
            Assert.Null(await Caller(issuer.Token(Now, token => token.SigningCredentials = key)));
        }

        Assert.Equal(1, issuer.MetadataReads);
    }

    [Fact]
    public async Task Keys_are_fetched_anew_after_half_a_day()
    {
        Assert.NotNull(await Caller(issuer.Token(Now)));
        clock.Advance(TimeSpan.FromHours(12));
        Assert.NotNull(await Caller(issuer.Token(Now.AddHours(12))));

        Assert.Equal(2, issuer.MetadataReads);
    }

    [Fact]
    public async Task While_the_issuer_is_down_nobody_can_be_told_apart_and_it_is_left_in_peace()
    {
        issuer.IsDown = true;
        await Assert.ThrowsAsync<IssuerUnavailableException>(() => Caller(issuer.Token(Now)));
        var reads = issuer.MetadataReads;
        await Assert.ThrowsAsync<IssuerUnavailableException>(() => Caller(issuer.Token(Now)));
        Assert.Equal(reads, issuer.MetadataReads);

        issuer.IsDown = false;
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull(await Caller(issuer.Token(Now)));
    }

    [Fact]
    public async Task Keys_that_are_known_still_serve_while_the_issuer_is_down()
    {
        var token = issuer.Token(Now);
        Assert.NotNull(await Caller(token));
        issuer.IsDown = true;
        clock.Advance(TimeSpan.FromMinutes(2));
        var unknown = new SigningCredentials(Issuer.OtherKey(), SecurityAlgorithms.RsaSha256);
        await Assert.ThrowsAsync<IssuerUnavailableException>(() => Caller(issuer.Token(Now, bad => bad.SigningCredentials = unknown)));

        Assert.NotNull(await Caller(token));
    }

    private Task<Caller?> Caller(string token) => CallerOf($"Bearer {token}");

    private Task<Caller?> CallerOf(StringValues header)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = header;
        return tokens.Caller(request, default);
    }
}
