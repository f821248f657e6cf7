using System.Threading.RateLimiting;
using WelWee3D.People;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// How many letters one mail address is sent in an hour because somebody filled it in, which may be anybody. Addresses are
/// kept in memory only, as keyed hashes, and not for long.
/// </summary>
public sealed class ConfirmationLimit(SubjectKeys keys) : IDisposable
{
    private const int PerHour = 5;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = PerHour, Window = Window }));

    /// <summary>How long to wait; null when a letter may be sent now, which counts as sent.</summary>
    public TimeSpan? Wait(string email)
    {
        using var lease = limiter.AttemptAcquire(keys.OfEmail(email));
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void Dispose() => limiter.Dispose();
}
