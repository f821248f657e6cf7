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
        Assert.True(MailAddresses.IsDeliverable(address));

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
    public void Anything_else_is_refused(string address) => Assert.False(MailAddresses.IsDeliverable(address));

    [Theory]
    [InlineData(64, 254, true)]
    [InlineData(65, 254, false)]
    [InlineData(64, 255, false)]
    public void An_address_and_its_local_part_have_their_limits(int local, int whole, bool taken)
    {
        var domain = Enumerable.Range(1, whole - local - 1).Select(at => at % 41 == 0 ? '.' : 'd');
        var address = $"{new string('a', local)}@{string.Concat(domain)}";

        Assert.Equal(whole, address.Length);
        Assert.Equal(taken, MailAddresses.IsDeliverable(address));
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_of_the_domain_has_its_limit(int length, bool taken) =>
        Assert.Equal(taken, MailAddresses.IsDeliverable($"a@{new string('d', length)}.nl"));

    [Theory]
    [InlineData("info@bücher.example", "info@xn--bcher-kva.example")]
    [InlineData("Naam@voorbeeld.nl", "Naam@voorbeeld.nl")]
    public void An_address_goes_out_with_its_domain_in_ascii(string address, string outgoing) =>
        Assert.Equal(outgoing, MailAddresses.Outgoing(address));
}
