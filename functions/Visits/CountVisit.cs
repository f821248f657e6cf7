using System.Threading.RateLimiting;
using WelWee3D.Contact;
using WelWee3D.Http;

namespace WelWee3D.Visits;

/// <summary>Counts that a page was seen, and for how long it was visible. Nothing else of the visit is read, let alone kept.</summary>
public sealed class CountVisit(
    FrontDoor door, AllowedOrigins origins, VisitMonths months, VisitCounts counts, VisitLimit limit, IOptions<VisitsOptions> options, TimeProvider clock)
{
    [Function(nameof(CountVisit))]
    [Describes(
        "Counts that a page was seen, and for how long it was visible.", Body = [typeof(VisitForm)],
        BodyMedia = [Body.JsonType, Body.UrlEncodedType, Body.MultipartType], Needs = ["page", "seconds"],
        Example = """{"page": "/tarieven", "seconds": 12}""", Status = 204, Also = [403, 429])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/visits")] HttpRequest request, CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (origins.Refusal(request) is { } stranger)
                return stranger;
            var read = await VisitForm.Read(request, options.Value, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            if (Uncounted.Is(request))
                return Answers.NoContent();
            if (limit.Wait() is { } wait)
                return Answers.TooMany(wait);

            var (day, page) = (clock.Today(), options.Value.Own(read.Value.Page!)!);
            // The month first: without it nothing would lead to its counts when they are to go.
            await months.Note(day, cancellation);
            await counts.Count(day, page, read.Value.Counted, cancellation);
            return Answers.NoContent();
        });
}

/// <summary>How many visits are counted in a minute: by no address, for none is read.</summary>
public sealed class VisitLimit(IOptions<VisitsOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly FixedWindowRateLimiter limiter = new(new() { PermitLimit = options.Value.PerMinute, Window = Window });

    /// <summary>How long to wait; null when a visit may be counted.</summary>
    public TimeSpan? Wait()
    {
        using var lease = limiter.AttemptAcquire();
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void Dispose() => limiter.Dispose();
}
