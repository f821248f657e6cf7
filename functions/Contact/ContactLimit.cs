using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace WelWee3D.Contact;

/// <summary>
/// How many messages one address, and all together, may send in a minute. Addresses are kept in memory only, and not for long.
/// </summary>
public sealed class ContactLimit(IOptions<ContactOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // By sender first: whoever is refused for sending too much takes nothing from the others.
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => PerMinute(address, options.Value.PerMinute)),
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(_ => PerMinute(IPAddress.Any, options.Value.TotalPerMinute)));

    /// <summary>How long to wait; null when a message may be sent now, which counts as sent.</summary>
    public TimeSpan? Wait(HttpRequest request)
    {
        using var lease = limiter.AttemptAcquire(Household(SenderAddress.Of(request, options.Value.TrustedProxies)));
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void Dispose() => limiter.Dispose();

    private static RateLimitPartition<IPAddress> PerMinute(IPAddress address, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = most, Window = Window });

    // A household has a /64 of IPv6 addresses to choose from.
    private static IPAddress Household(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16)
            bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
