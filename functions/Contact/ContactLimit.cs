using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace WelWee3D.Contact;

/// <summary>How many messages one address may send in a minute. Addresses are kept in memory only, and not for long.</summary>
public sealed class ContactLimit(IOptions<ContactOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new() { PermitLimit = options.Value.PerMinute, Window = Window }));

    /// <summary>How long to wait; null when a message may be sent now, which counts as sent.</summary>
    public TimeSpan? Wait(HttpRequest request)
    {
        using var lease = limiter.AttemptAcquire(Sender(request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None));
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void Dispose() => limiter.Dispose();

    // A household has a /64 of IPv6 addresses to choose from.
    private static IPAddress Sender(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16)
            bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
