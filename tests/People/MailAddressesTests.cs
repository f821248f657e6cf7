namespace WelWee3D.Tests.People;

public sealed class MailAddressesTests
{
    [Theory]
    [InlineData("a@b.nl")]
    [InlineData("naam.achternaam+3d@voorbeeld.co.uk")]
    [InlineData("o'brien@example.ie")]
    [InlineData("x_y-z!#$%&*/=?^`{|}~@example.org")]
    [InlineData("info@bücher.example")]
    [InlineData("info@パイ.jp")]
    [InlineData("info@xn--bcher-kva.example")]
    [InlineData("a@123.nl")]
    [InlineData("A@B.NL")]
    public void An_address_that_mail_can_be_delivered_to_is_taken(string address) =>
        Assert.NotNull(MailAddresses.Canonical(address));

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("a")]
    [InlineData("a@")]
    [InlineData("@b.nl")]
    [InlineData("a@b")]
    [InlineData("a@b@c.nl")]
    [InlineData("a@b.nl.")]
    [InlineData("a@.nl")]
    [InlineData("a@b..nl")]
    [InlineData(".a@b.nl")]
    [InlineData("a.@b.nl")]
    [InlineData("a..b@c.nl")]
    [InlineData("a b@c.nl")]
    [InlineData("a@b c.nl")]
    [InlineData("a@b.nl\r\nBcc: c@d.nl")]
    [InlineData("a\0@b.nl")]
    [InlineData("Naam <a@b.nl>")]
    [InlineData("a@b.nl (thuis)")]
    [InlineData("\"a b\"@c.nl")]
    [InlineData("a@b.nl,c@d.nl")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@127.0.0.1")]
    [InlineData("a@-b.nl")]
    [InlineData("a@b-.nl")]
    [InlineData("a@b_c.nl")]
    [InlineData("é@b.nl")]
    public void Anything_else_is_refused(string address) => Assert.Null(MailAddresses.Canonical(address));

    [Theory]
    [InlineData(64, 254, true)]
    [InlineData(65, 254, false)]
    [InlineData(64, 255, false)]
    public void An_address_and_its_local_part_have_their_limits(int local, int whole, bool taken)
    {
        var domain = Enumerable.Range(1, whole - local - 1).Select(at => at % 41 == 0 ? '.' : 'd');
        var address = $"{new string('a', local)}@{string.Concat(domain)}";

        Assert.Equal(whole, address.Length);
        Assert.Equal(taken, MailAddresses.Canonical(address) is not null);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_of_the_domain_has_its_limit(int length, bool taken) =>
        Assert.Equal(taken, MailAddresses.Canonical($"a@{new string('d', length)}.nl") is not null);

    [Theory]
    [InlineData("eva@bücher.nl")]
    [InlineData(" eva@bücher.nl ")]
    [InlineData("eva@BÜCHER.NL")]
    [InlineData("eva@bu\u0308cher.nl")]
    [InlineData("eva@xn--bcher-kva.nl")]
    [InlineData("eva@XN--BCHER-KVA.NL")]
    [InlineData("eva@bücher。nl")]
    [InlineData("eva@bücher｡nl")]
    [InlineData("eva@bü\u200bcher.nl")]
    [InlineData("eva@bü\u00adcher.nl")]
    [InlineData("eva@bü\u2060cher.nl")]
    [InlineData("eva@bücher.nl\ufeff")]
    public void An_address_has_one_value_however_its_domain_is_written(string written) =>
        Assert.Equal("eva@xn--bcher-kva.nl", MailAddresses.Canonical(written));

    [Fact]
    public void What_stands_before_the_at_stays_as_it_was_written() =>
        Assert.Equal("Eva.Jansen@voorbeeld.nl", MailAddresses.Canonical("Eva.Jansen@Voorbeeld.NL"));

    [Theory]
    [InlineData("\ufeffeva@example.nl", "U+FEFF, character 1")]
    [InlineData("ev\u200ba@example.nl", "U+200B, character 3")]
    [InlineData("e\u00adva@example.nl", "U+00AD, character 2")]
    [InlineData("eva\u2060@example.nl", "U+2060, character 4")]
    [InlineData("eva@exam\u200dple.nl", "U+200D, character 9")]
    public void What_cannot_be_seen_is_refused_with_its_place(string address, string told)
    {
        var problems = new Problems();

        problems.CheckEmail("email", address);

        Assert.Contains(told, Assert.Single(problems).Message, StringComparison.Ordinal);
    }
}
