namespace WelWee3D.Tests.Storage;

public sealed class ReferenceTests
{
    private static readonly Id Known = Id.Parse("01a203ed58e17e2785c86afb47600260");

    [Fact]
    public void It_follows_from_the_id_for_ever() => Assert.Equal("N8HN-9TND", $"{Reference.Of(Known)}");

    [Fact]
    public void It_has_two_groups_of_four_signs_that_look_like_no_other()
    {
        var now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        var references = Enumerable.Range(0, 2000).Select(_ => $"{Reference.Of(Id.New(now))}").ToList();

        Assert.All(references, reference => Assert.Matches("^[2-9A-HJ-KMNP-TW-Z]{4}-[2-9A-HJ-KMNP-TW-Z]{4}$", reference));
        Assert.Distinct(references);
    }

    [Theory]
    [InlineData("K7RM-2P4X")]
    [InlineData("k7rm-2p4x")]
    [InlineData("K7RM2P4X")]
    [InlineData(" k7rm 2p4x ")]
    public void It_is_read_as_people_write_it(string written)
    {
        Assert.True(Reference.TryParse(written, out var reference));
        Assert.Equal("K7RM-2P4X", $"{reference}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7RM-2P4")]
    [InlineData("K7RM-2P4XX")]
    [InlineData("K0RM-2P4X")]
    [InlineData("01a203ed58e17e2785c86afb47600260")]
    public void Anything_else_is_none(string? written) => Assert.False(Reference.TryParse(written, out _));
}
