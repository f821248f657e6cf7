using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace WelWee3D.Tests.People;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("\"3f1c-!~\"", true)]
    [InlineData("", false)]
    [InlineData("two words", false)]
    [InlineData("sleutel-é", false)]
    [InlineData("tab\t", false)]
    public void A_key_is_visible_ascii(string value, bool taken) => Assert.Equal(taken, IsTaken(value));

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void A_key_has_at_most_255_characters(int length, bool taken) => Assert.Equal(taken, IsTaken(new string('k', length)));

    [Fact]
    public void Two_keys_are_none() => Assert.False(IsTaken(new(["a", "b"])));

    [Fact]
    public void No_key_is_fine()
    {
        Assert.True(IdempotencyKey.TryRead(new DefaultHttpContext().Request, field: null, out var key));
        Assert.Null(key);
    }

    [Theory]
    [InlineData(null, "field", "field")]
    [InlineData("header", "field", "header")]
    [InlineData(null, "two words", null)]
    [InlineData("two words", "field", null)]
    public void The_field_of_a_form_without_script_says_what_the_header_would(string? header, string field, string? taken)
    {
        var request = new DefaultHttpContext().Request;
        if (header is not null)
            request.Headers[IdempotencyKey.Header] = header;

        Assert.Equal(taken is not null, IdempotencyKey.TryRead(request, field, out var key));
        Assert.Equal(taken, key?.Value);
    }

    [Fact]
    public void A_key_makes_one_id_a_day_which_tells_the_day_and_not_the_key()
    {
        var keys = Keys(new string('A', 44));
        var day = new DateOnly(2026, 3, 29);

        var id = new IdempotencyKey("k").MessageOn(day, keys);

        Assert.Equal(id, new IdempotencyKey("k").MessageOn(day, keys));
        Assert.Equal(day, Amsterdam.DateOf(id.MadeAt));
        Assert.NotEqual(id, new IdempotencyKey("l").MessageOn(day, keys));
        Assert.NotEqual(id, new IdempotencyKey("k").MessageOn(day.AddDays(1), keys));
        Assert.NotEqual(id, new IdempotencyKey("k").MessageOn(day, Keys(new string('B', 44))));
    }

    private static bool IsTaken(StringValues value)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers[IdempotencyKey.Header] = value;
        return IdempotencyKey.TryRead(request, field: null, out _);
    }

    private static SubjectKeys Keys(string key) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Subjects:HmacKey", key)]).Build());
}
