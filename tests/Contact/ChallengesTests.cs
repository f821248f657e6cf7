using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace WelWee3D.Tests.Contact;

public sealed class ChallengesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Now);
    private readonly Challenges challenges;

    public ChallengesTests() => challenges = Challenges(new string('A', 44));

    [Fact]
    public void A_challenge_that_was_solved_is_known_until_it_expires()
    {
        var challenge = challenges.New();
        var solution = challenge.Solve();

        Assert.Equal(new(challenge.Hash, Now.AddMinutes(20)), challenges.Solved(solution));
        clock.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(1));
        Assert.NotNull(challenges.Solved(solution));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(challenges.Solved(solution));
    }

    [Fact]
    public void No_two_challenges_are_alike() => Assert.NotEqual(challenges.New().Salt, challenges.New().Salt);

    [Fact]
    public void Another_number_solves_nothing()
    {
        var challenge = challenges.New();

        Assert.Null(challenges.Solved(challenge.With(challenge.Number() + 1)));
    }

    [Fact]
    public void A_challenge_that_was_changed_in_anything_is_not_ours()
    {
        var challenge = challenges.New();
        var number = challenge.Number();
        var expires = challenge.Salt[(challenge.Salt.IndexOf('=', StringComparison.Ordinal) + 1)..^1];
        Challenge[] changed =
        [
            challenge with { Algorithm = "SHA-1" },
            challenge with { Hash = new string('0', 64) },
            challenge with { Signature = new string('0', 64) },
            challenge with { Salt = challenge.Salt.Replace(expires, "99999999999", StringComparison.Ordinal) },
            challenge with { Salt = challenge.Salt + "&" },
            Challenges(new string('B', 44)).New() with { Salt = challenge.Salt, Hash = challenge.Hash },
        ];

        Assert.All(changed, each => Assert.Null(challenges.Solved(each.With(number))));
    }

    [Fact]
    public void Digits_of_the_number_cannot_be_read_as_digits_of_the_moment()
    {
        Challenge challenge;
        do
            challenge = challenges.New();
        while (challenge.Number() < 1000);
        var number = $"{challenge.Number()}";

        // The same text is hashed, and the moment would be a thousand years later.
        var spliced = challenge with { Salt = challenge.Salt.TrimEnd('&') + number[..2] };

        Assert.Null(challenges.Solved(spliced.With(int.Parse(number[2..], System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Null(challenges.Solved((challenge with { Salt = challenge.Salt + number[..2] }).With(
            int.Parse(number[2..], System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"algorithm":"SHA-256","salt":"\ud800"}""")]
    [InlineData("""{"algorithm":"SHA-256","challenge":1,"number":"1","salt":null}""")]
    [InlineData("""{"algorithm":"SHA-256","challenge":"","number":1,"salt":"","signature":""}""")]
    public void Nonsense_solves_nothing(string text)
    {
        Assert.Null(challenges.Solved(text));
        Assert.Null(challenges.Solved(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Bytes_that_are_no_text_solve_nothing() =>
        Assert.Null(challenges.Solved(Convert.ToBase64String([.. "{\"salt\":\""u8, 0xFF, .. "\"}"u8])));

    private Challenges Challenges(string key) => new(
        new SubjectKeys(new ConfigurationBuilder().AddInMemoryCollection([new("Subjects:HmacKey", key)]).Build()), clock);
}
