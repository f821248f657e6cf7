using System.Net;

namespace WelWee3D.Contact;

/// <summary>
/// Where a request came from. Each proxy writes behind <c>X-Forwarded-For</c> who spoke to it; whatever stands before the
/// entries of the app's own proxies, the sender can have made up.
/// </summary>
public static class SenderAddress
{
    private const string Header = "X-Forwarded-For";

    public static IPAddress Of(HttpRequest request, int trustedProxies)
    {
        var forwarded = request.Headers.GetCommaSeparatedValues(Header);
        if (trustedProxies == 0 || forwarded.Length == 0)
            return request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None;

        // Some proxies write the port behind the address.
        return IPEndPoint.TryParse(forwarded[Math.Max(0, forwarded.Length - trustedProxies)], out var sender)
            ? sender.Address
            : IPAddress.None;
    }
}
