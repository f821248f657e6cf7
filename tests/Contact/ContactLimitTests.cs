using Microsoft.Extensions.Options;

namespace WelWee3D.Tests.Contact;

public sealed class ContactLimitTests
{
    [Fact]
    public void An_address_waits_once_it_has_sent_enough()
    {
        using var limit = Limit(2);

        Assert.Null(limit.Wait(From("192.0.2.1")));
        Assert.Null(limit.Wait(From("192.0.2.1")));

        Assert.InRange(limit.Wait(From("192.0.2.1"))!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::9", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData(null, null, true)]
    public void Who_shares_an_address_shares_the_limit(string? one, string? other, bool shared)
    {
        using var limit = Limit(1);

        Assert.Null(limit.Wait(From(one)));
        Assert.Equal(shared, limit.Wait(From(other)) is not null);
    }

    [Fact]
    public void All_together_wait_once_enough_was_sent_and_whoever_sends_too_much_takes_nothing_from_the_others()
    {
        using var limit = Limit(1, total: 2);

        Assert.Null(limit.Wait(From("192.0.2.1")));
        Assert.NotNull(limit.Wait(From("192.0.2.1")));
        Assert.Null(limit.Wait(From("192.0.2.2")));

        Assert.InRange(limit.Wait(From("192.0.2.3"))!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private static ContactLimit Limit(int perMinute, int total = 1000) =>
        new(Microsoft.Extensions.Options.Options.Create(new ContactOptions { PerMinute = perMinute, TotalPerMinute = total }));

    private static HttpRequest From(string? address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        return context.Request;
    }
}
