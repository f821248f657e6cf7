namespace WelWee3D.Tests.People;

public sealed class PhonesTests
{
    [Theory]
    [InlineData("0612345678")]
    [InlineData("06 12345678")]
    [InlineData("06-12.34.56.78")]
    [InlineData("06/12345678")]
    [InlineData("(06) 12345678")]
    [InlineData("612345678")]
    [InlineData("31612345678")]
    [InlineData("+31612345678")]
    [InlineData("+31 6 12345678")]
    [InlineData("+31 (0)6 12345678")]
    [InlineData("+31 (0) 6 12 34 56 78")]
    [InlineData("+31 06 12345678")]
    [InlineData("+31(06)12345678")]
    [InlineData("0031 6 12345678")]
    [InlineData("0031 (0)6 12345678")]
    [InlineData("00 31 06 12345678")]
    [InlineData("０６１２３４５６７８")]
    [InlineData("\u202a+31612345678\u202c")]
    public void A_number_has_one_value_however_it_is_written(string written) => Assert.Equal("+31612345678", Phones.Canonical(written));

    [Theory]
    [InlineData("020 1234567", "+31201234567")]
    [InlineData("+32 475 12 34 56", "+32475123456")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("0049 30 123456", "+4930123456")]
    [InlineData("+39 06 1234 5678", "+390612345678")]
    public void It_may_be_of_anywhere(string written, string value) => Assert.Equal(value, Phones.Canonical(written));

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("112")]
    [InlineData("06-123")]
    [InlineData("000000")]
    [InlineData("06 12345678 ext. 5")]
    [InlineData("06 12345678#5")]
    [InlineData("0612345678x5")]
    [InlineData("0612345678 / 0201234567")]
    [InlineData("bel 0612345678")]
    [InlineData("0800-BELGRATIS")]
    [InlineData("12345678901234567")]
    [InlineData("+999 12345678")]
    [InlineData("+31+612345678")]
    [InlineData("+31 (0) (0)6 12345678")]
    [InlineData("+31 (0)0612345678")]
    public void What_is_no_one_number_is_refused(string written) => Assert.Null(Phones.Canonical(written));

    [Theory]
    [InlineData("+31612345678")]
    [InlineData("+442079460958")]
    public void A_value_is_its_own(string value) => Assert.Equal(value, Phones.Canonical(value));
}
