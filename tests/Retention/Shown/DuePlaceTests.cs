namespace WelWee3D.Tests.Retention.Shown;

public sealed class DuePlaceTests
{
    [Theory]
    [InlineData("message|019aab5e3c7b70008000000000000000|0", 0)]
    [InlineData("order|019aab5e3c7b70008000000000000000|12", 3)]
    [InlineData("open|scan-019aab5e3c7b70008000000000000000", 1)]
    public void A_place_reads_back_as_it_is_written(string row, int given)
    {
        var place = new DuePlace(new RowPlace("2031-01-01", row), given);

        Assert.True(DuePlace.TryParse(place.ToString(), out var read));
        Assert.Equal(place, read);
        Assert.Equal(place.ToString(), Uri.EscapeDataString(place.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("garbage")]
    [InlineData("2031-01-01")]
    [InlineData("2031-01-01.3")]
    [InlineData("2031-02-30.message.0.3")]
    [InlineData("2031-01-01.message..3")]
    [InlineData("2031-01-01.message.0.-3")]
    [InlineData("2031-01-01.message.0.x")]
    [InlineData("2031-01-01.message' or PartitionKey ne '.0.3")]
    [InlineData("2031-01-01.message.0.99999999999")]
    public void What_is_not_a_place_is_refused(string? text) => Assert.False(DuePlace.TryParse(text, out _));
}
