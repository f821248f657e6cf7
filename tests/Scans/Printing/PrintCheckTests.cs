namespace WelWee3D.Tests.Scans.Printing;

public sealed class PrintCheckTests
{
    /// <summary>Closed and in millimetres, 300 × 400 × 1700: 204 litres.</summary>
    private static readonly ScanFacts Body = new(
        "00", 684, ScanFormat.ThreeMf, 12, 8, new Bounds(new(0, 0, 0), new(300, 400, 1700)), "mm", [], Rejected: null,
        UnitSource.File, Degenerate: 0, Volume: 204e6, Closed: true);

    private static readonly Printer Large = new()
    {
        Name = "PA12", Width = 300, Depth = 250, Height = 200, MostTriangles = 1000, GramsPerCubicCentimetre = 1.01, PricePerGram = 0.65m, FixedPrice = 7.50m,
    };

    [Fact]
    public void A_tenth_of_the_body_is_told_with_its_size_weight_and_price()
    {
        var check = PrintCheck.Of(Body, 170, Large);

        Assert.Equal(("PA12", 0.1, new Point(30, 40, 170), 206.0), (check.Printer, check.Scale, check.Size, check.Grams));
        Assert.Equal(new Price(141.40m, "EUR"), check.PriceWithoutVat);
        Assert.Empty(check.Warnings);
    }

    [Theory]
    [InlineData(1700, 300, 400, 170, 30, 40)]
    [InlineData(300, 1700, 400, 30, 170, 40)]
    [InlineData(300, 400, 1700, 30, 40, 170)]
    public void The_longest_side_becomes_the_height_whichever_way_the_body_lies(double x, double y, double z, double width, double depth, double height) =>
        Assert.Equal(new Point(width, depth, height), PrintCheck.Of(Body with { Bounds = new(new(-x, 1, -z), new(0, 1 + y, 0)) }, 170, Large).Size);

    [Theory]
    [InlineData("mm", 0.1)]
    [InlineData("cm", 0.01)]
    [InlineData("m", 0.0001)]
    public void The_figurine_is_as_large_and_heavy_whatever_the_unit_and_the_scale_is_not(string unit, double scale)
    {
        var check = PrintCheck.Of(Body with { Unit = unit }, 170, Large);

        Assert.Equal((new Point(30, 40, 170), 206.0, scale), (check.Size, check.Grams, check.Scale));
    }

    [Theory]
    [InlineData(30, 40, 170, true)]
    [InlineData(170, 30, 40, true)]
    [InlineData(40, 170, 30, true)]
    [InlineData(30, 40, 169.9, false)]
    [InlineData(170, 39.9, 30, false)]
    [InlineData(29.9, 40, 170, false)]
    [InlineData(169, 169, 169, false)]
    public void It_fits_in_any_turn_along_the_axes_and_to_the_last_micron(double width, double depth, double height, bool fits) => Assert.Equal(
        fits ? [] : [PrintWarning.DoesNotFit],
        PrintCheck.Of(Body, 170, new Printer { Width = width, Depth = depth, Height = height, MostTriangles = 12 }).Warnings);

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void More_triangles_than_the_printer_takes_are_warned_of(long triangles, bool warned) => Assert.Equal(
        warned ? [PrintWarning.TooManyTriangles] : [], PrintCheck.Of(Body with { Triangles = triangles }, 170, Large).Warnings);

    [Theory]
    [InlineData(false, 204e6, "not-closed")]
    [InlineData(false, -204e6, "not-closed")]
    [InlineData(true, -204e6, "inside-out")]
    [InlineData(true, 0.0, "nothing-inside")]
    [InlineData(null, 204e6, "not-measured")]
    [InlineData(true, null, "not-measured")]
    public void What_encloses_nothing_that_can_be_trusted_has_no_weight_and_no_price_and_it_is_told_why(bool? closed, double? volume, string why)
    {
        var check = PrintCheck.Of(Body with { Closed = closed, Volume = volume }, 170, Large);

        Assert.Equal([why], check.Warnings.Select(warning => warning.Code));
        Assert.Equal((null, null), (check.Grams, check.PriceWithoutVat));
        Assert.Equal(new Point(30, 40, 170), check.Size);
    }

    [Theory]
    [InlineData(UnitSource.File, false)]
    [InlineData(UnitSource.Format, false)]
    [InlineData(UnitSource.Assumed, true)]
    [InlineData(null, true)]
    public void A_unit_that_nobody_named_is_warned_of(UnitSource? from, bool warned) => Assert.Equal(
        warned ? [PrintWarning.UnitUnknown] : [], PrintCheck.Of(Body with { UnitFrom = from }, 170, Large).Warnings);

    [Theory]
    [InlineData(199, true)]
    [InlineData(200, false)]
    [InlineData(2500, false)]
    [InlineData(2501, true)]
    public void A_size_that_no_body_has_is_warned_of(double height, bool warned) => Assert.Equal(
        warned ? [PrintWarning.NoBody] : [], PrintCheck.Of(Body with { Bounds = new(new(0, 0, 0), new(100, 100, height)) }, 170, Large).Warnings);

    [Fact]
    public void Without_a_height_all_that_is_known_is_the_warnings()
    {
        var check = PrintCheck.Of(Body with { Triangles = 1001 }, heightInMillimetres: null, Large);

        Assert.Equal((null, null, null, null), (check.Scale, check.Size, check.Grams, check.PriceWithoutVat));
        Assert.Equal([PrintWarning.NoHeight, PrintWarning.TooManyTriangles], check.Warnings);
    }

    [Fact]
    public void A_scan_of_one_point_has_no_scale()
    {
        var check = PrintCheck.Of(Body with { Bounds = new(new(1, 2, 3), new(1, 2, 3)), Volume = 0 }, 170, Large);

        Assert.Equal((null, null), (check.Scale, check.Size));
        Assert.Equal([PrintWarning.NothingInside, PrintWarning.NoBody], check.Warnings);
    }

    [Theory]
    [InlineData(204e6, 206.0, "141.40")]
    [InlineData(204e6 * 0.9995, 205.9, "141.34")]
    [InlineData(40_000, 0.0, "7.50")]
    public void The_price_is_that_of_the_weight_that_is_told(double volume, double grams, string price)
    {
        var check = PrintCheck.Of(Body with { Volume = volume }, 170, Large);

        Assert.Equal((grams, decimal.Parse(price, CultureInfo.InvariantCulture)), (check.Grams, check.PriceWithoutVat!.Amount));
    }
}
