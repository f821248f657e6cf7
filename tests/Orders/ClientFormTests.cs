namespace WelWee3D.Tests.Orders;

public sealed class ClientFormTests
{
    private static readonly ClientForm Anna = new("Anna de Vries", "anna@example.nl", "nl");
    private static readonly AddressForm Home = new("Dam 1", "1012 JS", "Amsterdam", "NL");

    [Fact]
    public void A_client_needs_a_name_a_mail_address_and_a_language() => Assert.Empty(Anna.Problems());

    [Fact]
    public void What_is_written_down_is_trimmed()
    {
        var client = (Anna with { Name = " Anna ", Email = " anna@example.nl ", Phone = " 06 12345678 " }).ToClient();

        Assert.Equal(new Client("Anna", "anna@example.nl", "+31612345678", null, "nl"), client);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_name_has_1_to_200_characters(int length, bool good) =>
        AssertOnly("name", good, Anna with { Name = new string('x', length) });

    [Theory]
    [InlineData("   ", false)]
    [InlineData("Anna\nde Vries", false)]
    [InlineData("Åsa Øyén", true)]
    public void A_name_is_one_line_of_text(string name, bool good) => AssertOnly("name", good, Anna with { Name = name });

    [Theory]
    [InlineData("anna@example.nl", true)]
    [InlineData("anna+3d@mail.example.nl", true)]
    [InlineData("anna", false)]
    [InlineData("anna@localhost", false)]
    [InlineData("Anna <anna@example.nl>", false)]
    [InlineData("an na@example.nl", false)]
    [InlineData("", false)]
    public void A_mail_address_can_be_delivered_to(string email, bool good) =>
        AssertOnly("email", good, Anna with { Email = email });

    [Theory]
    [InlineData("12345", false)]
    [InlineData("123456", true)]
    [InlineData("+31 6 12345678", true)]
    [InlineData("123456789012345", false)]
    [InlineData("bel maar", false)]
    public void A_phone_number_can_be_dialled(string phone, bool good) =>
        AssertOnly("phone", good, Anna with { Phone = phone });

    [Theory]
    [InlineData("nl", true)]
    [InlineData("en", true)]
    [InlineData("NL", true)]
    [InlineData(" En ", true)]
    [InlineData("de", false)]
    [InlineData("nl-NL", false)]
    public void Clients_are_written_to_in_Dutch_or_English(string language, bool good) =>
        AssertOnly("language", good, Anna with { Language = language });

    [Theory]
    [InlineData(null, true)]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_figurine_is_20_to_500_mm_high_where_that_is_said(int? height, bool good) =>
        AssertOnly("heightInMillimetres", good, Anna with { HeightInMillimetres = height });

    [Theory]
    [InlineData("NL", true)]
    [InlineData(" nl ", true)]
    [InlineData("XX", false)]
    [InlineData("UK", false)]
    [InlineData("NLD", false)]
    public void A_country_is_one_of_ISO_3166(string country, bool good) =>
        AssertOnly("address.country", good, Anna with { Address = Home with { Country = country } });

    [Theory]
    [InlineData("1012 JS", true)]
    [InlineData("1012JS", true)]
    [InlineData("0012 JS", false)]
    [InlineData("1012js", true)]
    [InlineData("1012  JS", true)]
    [InlineData("1012 J S", true)]
    [InlineData("10123 JS", false)]
    [InlineData("1012", false)]
    [InlineData("1012 SS", false)]
    public void A_Dutch_postal_code_has_four_digits_and_two_letters(string code, bool good) =>
        AssertOnly("address.postalCode", good, Anna with { Address = Home with { PostalCode = code } });

    [Theory]
    [InlineData("1234ab", "nl", "1234 AB", "NL")]
    [InlineData(" 1234 AB ", "NL", "1234 AB", "NL")]
    [InlineData(" sw1a 1aa ", "gb", "sw1a 1aa", "GB")]
    public void What_can_mean_one_thing_only_is_kept_as_that(string code, string country, string keptCode, string keptCountry)
    {
        var kept = (Home with { PostalCode = code, Country = country }).ToAddress();

        Assert.Equal((keptCode, keptCountry), (kept.PostalCode, kept.Country));
    }

    [Theory]
    [InlineData("BE", "1000")]
    [InlineData("GB", "SW1A 1AA")]
    public void Other_countries_have_other_postal_codes(string country, string code) =>
        Assert.Empty((Anna with { Address = Home with { Country = country, PostalCode = code } }).Problems());

    [Fact]
    public void Each_field_has_its_own_problem()
    {
        var form = new ClientForm("", "x", "x", "x", new AddressForm("", "", "", "", ""));

        Assert.Equal(
            ["name", "email", "phone", "address.line1", "address.line2", "address.postalCode", "address.city", "address.country", "language"],
            form.Problems().Select(problem => problem.Field));
    }

    private static void AssertOnly(string field, bool good, ClientForm form) =>
        Assert.Equal(good ? [] : [field], form.Problems().Select(problem => problem.Field));
}
