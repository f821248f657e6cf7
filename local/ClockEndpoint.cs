using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary><c>GET</c> and <c>POST /local/clock</c>: what time it is, and what time it shall be.</summary>
internal static class ClockEndpoint
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public static void MapClock(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local/clock", (MovableClock clock) => Say(clock));
        routes.MapPost("/local/clock", async (HttpRequest request, MovableClock clock, LastSweep last, CancellationToken cancellation) =>
        {
            var body = await LocalJson.Read(request, cancellation);
            if (Moment(body) is not { } now)
                return LocalJson.Invalid("now", $"An ISO 8601 time with its offset, such as 2027-01-31T09:00:00+01:00, from {First:yyyy} up to {Last:yyyy}.");
            // Who moves the clock means it: the sweep need not ask whether the date is right.
            await last.Confirm(Amsterdam.DateOf(now), "local clock", cancellation);
            clock.MoveTo(now);
            return Say(clock);
        });
    }

    // What follows from a moment, such as when a deadline ends or a timer comes next, must be a moment too.
    private static readonly DateTimeOffset First = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset? Moment(JsonElement body) =>
        LocalJson.Text(body, "now") is { } text
        && DateTimeOffset.TryParseExact(text.Replace("Z", "+00:00", StringComparison.Ordinal), Formats,
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var now)
        && now >= First && now < Last
            ? now : null;

    private static IResult Say(MovableClock clock) =>
        Results.Json(new { now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Amsterdam.Zone) });
}
