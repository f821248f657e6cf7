namespace WelWee3D.Tests.Formats;

/// <summary>What the platform's own parser gives is right: ours is to give the same bits, and faster.</summary>
public class DecimalsTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("+1.5")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("-.5e1")]
    [InlineData("1e0005")]
    [InlineData("1E+2")]
    [InlineData("00000000000000000000000000012.5")]
    [InlineData("0.00000000000000000000000000012")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("12345678901234567890000000000e-10")]
    [InlineData("16777217")] // the middle between two floats
    [InlineData("16777217.0000000000000000000000000001")]
    [InlineData("16777216.999999999999")]
    [InlineData("9007199791611905e0")]
    [InlineData("3.4028235e38")]
    [InlineData("1.401298464324817e-45")]
    [InlineData("1e-60")]
    [InlineData("1.17549435E-38")]
    public void A_number_has_the_bits_that_the_platform_gives_it(string number) => AssertSame(number, "");

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("12mm")]
    [InlineData("--1")]
    [InlineData("nano")]
    public void What_is_no_number_is_none(string word)
    {
        var at = 0;

        Assert.False(Decimals.TryParse(Encoding.UTF8.GetBytes(word), out _));
        Assert.False(PlainNumbers.TryTake(InText(word), ref at, out _));
        Assert.Equal(0, at);
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("-NaN")]
    [InlineData("-nan(ind)")]
    [InlineData("-1.#IND")]
    [InlineData("1.#QNAN0")]
    [InlineData("-inf")]
    [InlineData("Infinity")]
    [InlineData("3.5e38")]
    [InlineData("1e999999999999")]
    public void What_programs_write_for_no_number_or_one_without_end_is_not_finite(string word)
    {
        var at = 0;

        Assert.True(Decimals.TryParse(Encoding.UTF8.GetBytes(word), out var value));
        Assert.False(float.IsFinite(value));
        Assert.False(PlainNumbers.TryTake(InText(word), ref at, out _));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("1234567")]
    [InlineData("299.8789978027344")]
    [InlineData("-.5")]
    [InlineData("1.250000e+02")]
    [InlineData("7E-7")]
    public void Numbers_as_most_programs_write_them_are_taken_straight_from_the_text(string number)
    {
        var at = 0;

        Assert.True(PlainNumbers.TryTake(InText(number), ref at, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Numbers_of_every_kind_have_the_bits_that_the_platform_gives_them(int seed)
    {
        var random = new Random(seed);
        for (var times = 0; times < 100_000; times++)
            AssertSame(Number(random), $"seed {seed}: ");
    }

    private static string Number(Random random)
    {
        var any = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
        var single = float.IsFinite(any) ? any : 1;
        var near = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 6));
        // The double just beside the middle between two floats is the hardest to round.
        var middle = ((double)single + MathF.BitIncrement(single)) / 2;
        return random.Next(8) switch
        {
            0 => single.ToString("R", CultureInfo.InvariantCulture),
            1 => near.ToString("R", CultureInfo.InvariantCulture),
            2 => near.ToString($"F{random.Next(12)}", CultureInfo.InvariantCulture),
            3 => near.ToString($"E{random.Next(25)}", CultureInfo.InvariantCulture),
            4 => middle.ToString("R", CultureInfo.InvariantCulture),
            5 => Math.BitIncrement(middle).ToString("E16", CultureInfo.InvariantCulture),
            6 => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)('0' + random.Next(10)))) + "e-" + random.Next(30),
            _ => random.Next(-100_000, 100_000).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static byte[] InText(string number) => Encoding.UTF8.GetBytes(number + "\n" + new string(' ', 64));

    private static void AssertSame(string number, string of)
    {
        var right = float.Parse(number, CultureInfo.InvariantCulture);
        var isNumber = Decimals.TryParse(Encoding.ASCII.GetBytes(number), out var read);

        Assert.True(isNumber, $"{of}{number}");
        Assert.True(BitConverter.SingleToInt32Bits(right) == BitConverter.SingleToInt32Bits(read), $"{of}{number} is {right:R}, not {read:R}");
        var at = 0;
        if (PlainNumbers.TryTake(InText(number), ref at, out var taken))
            Assert.True(
                BitConverter.SingleToInt32Bits(right) == BitConverter.SingleToInt32Bits(taken) && at == number.Length, $"{of}{number} is {right:R}, not {taken:R}");
    }
}
