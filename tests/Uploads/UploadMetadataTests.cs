namespace WelWee3D.Tests.Uploads;

public sealed class UploadMetadataTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Id Order = Id.New(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("lijf.stl", "lijf.stl")]
    [InlineData("C:\\Users\\anna\\lijf.stl", "lijf.stl")]
    [InlineData("/home/anna/lijf.stl", "lijf.stl")]
    [InlineData("../../lijf.stl", "lijf.stl")]
    [InlineData(" buik 36½ weken.3mf ", "buik 36½ weken.3mf")]
    [InlineData("a", "a")]
    [InlineData("בטן\u200F 36.stl", "בטן\u200F 36.stl")]
    [InlineData("می\u200Cخواهم 👩\u200D🍼.stl", "می\u200Cخواهم 👩\u200D🍼.stl")]
    public void The_last_part_of_a_path_is_the_file_name(string given, string kept)
    {
        var read = UploadMetadata.Read(Header(("orderId", Order.ToString()), ("filename", given)), Today);

        Assert.Equal(kept, read.Value.FileName);
        Assert.Equal(Order, read.Value.OrderId);
        Assert.Null(read.Value.ScannedOn);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void A_file_name_has_at_most_255_characters(int length, bool good) =>
        Assert.Equal(good, Reads(("orderId", Order.ToString()), ("filename", new string('é', length))));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("map/")]
    [InlineData("lijf\n.stl")]
    [InlineData("lijf\0.stl")]
    [InlineData("lijf\u0085.stl")]
    [InlineData("lijf\u2028.stl")]
    [InlineData("lijf\u2029.stl")]
    [InlineData("\u200B")]
    [InlineData("lijf\u202Elts.exe")]
    [InlineData("\u2068lijf\u2069.stl")]
    public void A_file_name_that_is_none_is_refused(string fileName) =>
        Assert.False(Reads(("orderId", Order.ToString()), ("filename", fileName)));

    [Theory]
    [InlineData("1999-12-31", false)]
    [InlineData("2000-01-01", true)]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", false)]
    [InlineData("22-11-2026", false)]
    [InlineData("2026-02-29", false)]
    [InlineData("", false)]
    public void A_scan_was_made_in_this_century_and_not_in_the_future(string scannedOn, bool good) =>
        Assert.Equal(good, Reads(("orderId", Order.ToString()), ("filename", "a.stl"), ("scannedOn", scannedOn)));

    [Theory]
    [InlineData("\u00A0")]
    [InlineData("é")]
    [InlineData("\u200B")]
    public void A_header_that_could_not_be_told_again_is_refused(string sign) =>
        Assert.NotNull(UploadMetadata.Read(Header(("orderId", Order.ToString()), ("filename", "a.stl")) + $",note{sign} {sign}", Today).Refusal);

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("../orders")]
    public void An_order_is_named_by_its_id(string orderId) => Assert.False(Reads(("orderId", orderId), ("filename", "a.stl")));

    [Fact]
    public void What_is_missing_is_named() => Assert.Equal(422, Status(Header(("filetype", "model/stl"))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("filename !!!")]
    [InlineData("filename YQ")]
    [InlineData("filename YQ==,filename YQ==")]
    [InlineData("filename  YQ==")]
    [InlineData("filename YQ==,")]
    [InlineData("filename /w==")]
    [InlineData("bestandsnaäm YQ==")]
    public void A_header_that_is_not_pairs_of_keys_and_base64_cannot_be_read(string? header) => Assert.Equal(400, Status(header));

    [Fact]
    public void A_header_has_at_most_4096_characters()
    {
        var good = Header(("orderId", Order.ToString()), ("filename", "a.stl")) + ",note ";

        Assert.Null(Status(good + new string('A', (4096 - good.Length) / 4 * 4)));
        Assert.Equal(400, Status(good + new string('A', 4096)));
    }

    [Fact]
    public void Keys_that_mean_nothing_here_are_let_pass() =>
        Assert.True(Reads(("orderId", Order.ToString()), ("filename", "a.stl"), ("relativePath", "")));

    private static bool Reads(params (string, string)[] pairs) => Status(Header(pairs)) is null;

    private static int? Status(string? header) =>
        (UploadMetadata.Read(header, Today).Refusal as IStatusCodeHttpResult)?.StatusCode;

    private static string Header(params (string Key, string Text)[] pairs) =>
        string.Join(',', pairs.Select(pair => $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Text))}".TrimEnd()));
}
