namespace WelWee3D.Tests.Storage;

public sealed class IdTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 11, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public void An_id_reads_back_as_it_is_written()
    {
        var id = Id.New(Noon);

        Assert.True(Id.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
        Assert.Equal(id, JsonSerializer.Deserialize<Id>(JsonSerializer.Serialize(id)));
        Assert.Matches("^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$", id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("019aab5e-3c7b-7000-8000-000000000000")]
    [InlineData("019AAB5E3C7B70008000000000000000")]
    [InlineData("019aab5e3c7b7000800000000000000")]
    [InlineData("019aab5e3c7b700080000000000000000")]
    [InlineData("019aab5e3c7b4000800000000000000g")]
    [InlineData("019aab5e3c7b40008000000000000000")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("ffffffffffff70008000000000000000")]
    public void What_is_not_an_id_is_refused(string? text)
    {
        Assert.False(Id.TryParse(text, out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Id>($"\"{text}\""));
    }

    [Fact]
    public void Ids_are_ordered_by_the_moment_they_were_made()
    {
        var (first, second) = (Id.New(Noon), Id.New(Noon.AddMilliseconds(1)));

        Assert.True(first < second && second > first);
        Assert.True(string.CompareOrdinal(first.ToString(), second.ToString()) < 0);
        Assert.Equal(Noon, first.MadeAt);
    }

    [Fact]
    public void The_same_moment_and_seed_make_the_same_id()
    {
        byte[] seed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        byte[] other = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11];

        Assert.Equal(Id.From(Noon, seed), Id.From(Noon, seed));
        Assert.NotEqual(Id.From(Noon, seed), Id.From(Noon, other));
        Assert.NotEqual(Id.From(Noon, seed), Id.From(Noon.AddMilliseconds(1), seed));
        Assert.True(Id.TryParse(Id.From(Noon, seed).ToString(), out _));
        Assert.Equal(Noon, Id.From(Noon, seed).MadeAt);
    }

    [Fact]
    public void Two_ids_of_one_moment_differ() => Assert.NotEqual(Id.New(Noon), Id.New(Noon));
}
