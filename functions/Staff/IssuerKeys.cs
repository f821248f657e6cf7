using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace WelWee3D.Staff;

/// <summary>
/// The issuer's name and signing keys, fetched when needed and kept for half a day. ConfigurationManager would read
/// the ambient clock, and hand out old keys while it fetches new ones.
/// </summary>
internal sealed class IssuerKeys(StaffOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // However many bad tokens arrive, the issuer is asked this often at most.
    private static readonly TimeSpan PauseAfterSuccess = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly string address = options.Authority.TrimEnd('/') + "/.well-known/openid-configuration";
    private readonly HttpDocumentRetriever documents = new()
    {
        RequireHttps = !new Uri(options.Authority).IsLoopback,
    };

    private readonly Lock gate = new();
    private Known? known;
    private Task<Known>? fetch;
    private DateTimeOffset fetchedAt;

    public Task<Known> Current(CancellationToken cancellation) =>
        known is { } current && Since(current.At) < Lifetime ? Task.FromResult(current) : Fetched(cancellation);

    /// <summary>For a token signed with a key that is not among <see cref="Current"/>: the issuer may have new ones.</summary>
    public Task<Known> Newest(CancellationToken cancellation) => Fetched(cancellation);

    // One fetch serves all who wait for it, so it does not end when one of them leaves.
    private Task<Known> Fetched(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (fetch is null || (fetch.IsCompleted && Since(fetchedAt) >= PauseAfter(fetch)))
            {
                fetchedAt = clock.GetUtcNow();
                fetch = Fetch(fetchedAt);
            }

            return fetch.WaitAsync(cancellation);
        }
    }

    private async Task<Known> Fetch(DateTimeOffset now)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, patience.Token);
            if (string.IsNullOrEmpty(metadata.Issuer) || metadata.SigningKeys.Count == 0)
                throw new InvalidDataException("The metadata names no issuer or no keys.");

            return known = new Known(metadata, now);
        }
        catch (Exception cause)
        {
            throw new IssuerUnavailableException(cause);
        }
    }

    private static TimeSpan PauseAfter(Task<Known> fetch) =>
        fetch.IsCompletedSuccessfully ? PauseAfterSuccess : PauseAfterFailure;

    private TimeSpan Since(DateTimeOffset then) => (clock.GetUtcNow() - then).Duration();

    internal sealed record Known(OpenIdConnectConfiguration Metadata, DateTimeOffset At);
}
