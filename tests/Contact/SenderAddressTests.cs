using Microsoft.Extensions.Primitives;

namespace WelWee3D.Tests.Contact;

public sealed class SenderAddressTests
{
    [Theory]
    [InlineData(0, "203.0.113.9", "192.0.2.1")]
    [InlineData(1, null, "192.0.2.1")]
    [InlineData(1, "203.0.113.9", "203.0.113.9")]
    [InlineData(1, "203.0.113.9:54321", "203.0.113.9")]
    [InlineData(1, "[2001:db8::9]:54321", "2001:db8::9")]
    [InlineData(1, "2001:db8::9", "2001:db8::9")]
    [InlineData(1, "198.51.100.7, 203.0.113.9", "203.0.113.9")]
    [InlineData(2, "198.51.100.7, 203.0.113.9", "198.51.100.7")]
    [InlineData(2, "made.up, 198.51.100.7, 203.0.113.9", "198.51.100.7")]
    [InlineData(3, "203.0.113.9", "203.0.113.9")]
    [InlineData(1, "198.51.100.7, unknown", "255.255.255.255")]
    public void What_the_own_proxies_wrote_is_believed_and_nothing_before_it(int proxies, string? forwarded, string sender) =>
        Assert.Equal(IPAddress.Parse(sender), SenderAddress.Of(Request(forwarded), proxies));

    [Fact]
    public void Headers_that_come_twice_are_one_list() =>
        Assert.Equal(IPAddress.Parse("203.0.113.9"), SenderAddress.Of(Request(new(["198.51.100.7", "203.0.113.9"])), trustedProxies: 1));

    private static HttpRequest Request(StringValues forwarded)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.1");
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        return context.Request;
    }
}
