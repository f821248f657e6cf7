using System.Net;
using System.Threading.RateLimiting;

namespace WelWee3D.Contact;

/// <summary>
/// How many messages one address, and all together, may send in a minute. Addresses are kept in memory only, and not for long.
/// </summary>
public sealed class ContactLimit(IOptions<ContactOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Each message may be sent once more in that time, as browsers and people do.</summary>
    private const int LooksForEach = 2;

    private readonly PartitionedRateLimiter<IPAddress> messages = BySender(options, 1);
    private readonly PartitionedRateLimiter<IPAddress> looks = BySender(options, LooksForEach);

    /// <summary>How long to wait; null when a message may be sent now, which counts as sent.</summary>
    public TimeSpan? Wait(HttpRequest request) => Wait(messages, request);

    /// <summary>How long to wait before it is looked up whether a message was sent before; null when that may be done now, which counts.</summary>
    public TimeSpan? WaitToLook(HttpRequest request) => Wait(looks, request);

    public void Dispose()
    {
        messages.Dispose();
        looks.Dispose();
    }

    // By sender first: whoever is refused for sending too much takes nothing from the others.
    private static PartitionedRateLimiter<IPAddress> BySender(IOptions<ContactOptions> options, int forEach) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => PerMinute(address, forEach * options.Value.PerMinute)),
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(_ => PerMinute(IPAddress.Any, forEach * options.Value.TotalPerMinute)));

    private TimeSpan? Wait(PartitionedRateLimiter<IPAddress> limiter, HttpRequest request)
    {
        using var lease = limiter.AttemptAcquire(Household(SenderAddress.Of(request, options.Value.TrustedProxies)));
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

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
