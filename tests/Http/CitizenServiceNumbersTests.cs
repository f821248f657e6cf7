namespace WelWee3D.Tests.Http;

public sealed class CitizenServiceNumbersTests
{
    [Theory]
    [InlineData("123456782")]
    [InlineData("Mijn bsn is 111222333, dank u.")]
    [InlineData("BSN:123456782")]
    [InlineData("bsn123456782")]
    [InlineData("(123456782)")]
    [InlineData("1234.56.782")]
    [InlineData("123 456 782")]
    [InlineData("1234-56-782")]
    [InlineData("1234\u00a056\u00a0782")]
    [InlineData("012345672")]
    [InlineData("12345672")]
    [InlineData("12.34.56.72")]
    [InlineData("1 2 3 4 5 6 7 8 2")]
    [InlineData("7 7 7 123 456 782 7 7 7")]
    [InlineData("123456782 2 keer")]
    [InlineData("geboren 1-2-1990 bsn 123456782")]
    [InlineData("Bel 06 12345678.\nNummer 123456782")]
    public void Eight_or_nine_digits_that_pass_the_eleven_test_are_found(string text) => Assert.True(CitizenServiceNumbers.AreIn(text));

    [Theory]
    [InlineData("123456783")]
    [InlineData("000000000")]
    [InlineData("1234567823")]
    [InlineData("1234567")]
    [InlineData("Bestelling 2026-00123457 van Anna")]
    [InlineData("order 01a203ed123456782b00fb47600260aa")]
    [InlineData("K7RM-2P4X")]
    [InlineData("06 12345672")]
    [InlineData("06-12345672")]
    [InlineData("(06) 12345672")]
    [InlineData("+31 6 12345672")]
    [InlineData("0031 6 12345672")]
    [InlineData("€ 123.456.782")]
    [InlineData("12.345.672,00 euro")]
    public void What_is_none_is_left_alone(string text) => Assert.False(CitizenServiceNumbers.AreIn(text));

    [Fact]
    public void No_date_is_taken_for_one_however_it_is_written()
    {
        for (var day = new DateOnly(1990, 1, 1); day.Year < 2040; day = day.AddDays(1))
            foreach (var form in (string[])["yyyy-MM-dd", "dd-MM-yyyy", "d-M-yyyy", "dd.MM.yyyy", "d M yyyy"])
                Assert.False(CitizenServiceNumbers.AreIn($"op {day.ToString(form, null)} om 10.30"), day.ToString(form, null));
    }

    [Fact]
    public void In_every_line_and_text_it_is_refused_with_a_reason()
    {
        var problems = new Problems();
        problems.CheckText("name", "Anna 123456782", 200);
        problems.CheckLines("message", "Hallo\n123456782", 200);
        problems.CheckReason("Zij belde, bsn 123456782");

        Assert.Equal(["name", "message", "reason"], problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.Contains("citizen service number", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Nor_does_a_file_bear_one_in_its_name()
    {
        var order = Id.New(World.Instant);
        static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

        var read = UploadMetadata.Read($"orderId {Base64($"{order}")},filename {Base64("buik 123456782.stl")}", new(2026, 11, 22));

        Assert.NotNull(read.Refusal);
        Assert.Null(UploadMetadata.Read($"orderId {Base64($"{order}")},filename {Base64("buik 123456783.stl")}", new(2026, 11, 22)).Refusal);
    }
}
