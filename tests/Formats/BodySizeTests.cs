namespace WelWee3D.Tests.Formats;

public class BodySizeTests
{
    [Theory]
    [InlineData("mm", 200)]
    [InlineData("mm", 2500)]
    [InlineData("cm", 20)]
    [InlineData("cm", 250)]
    [InlineData("m", 0.2)]
    [InlineData("m", 2.5)]
    [InlineData("inch", 7.875)]
    [InlineData("inch", 98.4)]
    public void A_size_that_a_body_has_needs_no_warning(string unit, double side) =>
        Assert.Empty(BodySize.Warnings(Box(side), unit));

    [Theory]
    [InlineData(199.9, "199.9", "The file may be in centimetres.")]
    [InlineData(2500.1, "2500.1", "")]
    [InlineData(0.4, "0.4", "The file may be in metres.")]
    [InlineData(15, "15", "The file may be in inches.")]
    [InlineData(60, "60", "The file may be in centimetres or inches.")]
    [InlineData(0, "0", "")]
    [InlineData(0.00004, "4E-05", "")]
    [InlineData(1e38, "1E+38", "")]
    public void Another_size_is_warned_about_with_the_units_it_would_fit(double side, string measured, string advice)
    {
        var warning = Assert.Single(BodySize.Warnings(Box(side), "mm"));

        Assert.Equal(
            $"The largest side measures {measured} mm; a body scanned in millimetres would measure 200 to 2500 mm. {advice}".Trim(),
            warning);
    }

    [Fact]
    public void The_warning_speaks_in_the_unit_of_the_file() =>
        Assert.Equal(
            ["The largest side measures 1700 m; a body scanned in metres would measure 0.2 to 2.5 m. The file may be in millimetres."],
            BodySize.Warnings(Box(1700), "m"));

    [Fact]
    public void Any_side_may_be_the_largest_wherever_the_box_stands()
    {
        Assert.Empty(BodySize.Warnings(new Bounds(new Point(-100, 0, 0), new Point(100, 1, 1)), "mm"));
        Assert.Empty(BodySize.Warnings(new Bounds(new Point(0, 5000, 0), new Point(1, 5200, 1)), "mm"));
        Assert.Empty(BodySize.Warnings(new Bounds(new Point(0, 0, -700), new Point(1, 1, -500)), "mm"));
    }

    private static Bounds Box(double side) => new(new Point(0, 0, 0), new Point(side / 2, side / 4, side));
}
