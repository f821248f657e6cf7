using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WelWee3D.Local;

/// <summary>
/// What is under /local and /admin moves the clock, signs in and destroys: only programs on this machine may ask, and pages
/// that this host itself shows; not whatever page a browser here happens to have open.
/// </summary>
internal static class LocalOnly
{
    // A letter is the longest of what comes here.
    private const long MostBytes = 1024 * 1024;

    public static void KeepToThisMachine(this WebApplication app) => app.Use((context, next) =>
    {
        if (!IsUnder("/local", context.Request) && !IsUnder("/admin", context.Request))
            return next(context);
        if (!IsFromHere(context.Request))
            return Results.Problem("This is for programs on this machine only.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        return next(context);
    });

    // As routes are: in whatever case.
    private static bool IsUnder(string folder, HttpRequest request) =>
        request.Path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);

    private static bool IsFromHere(HttpRequest request) =>
        IsLoopback(request.Host.Host)
        && request.Headers.Origin.All(origin => origin == $"{request.Scheme}://{request.Host}")
        && !request.Headers["Sec-Fetch-Site"].Contains("cross-site");

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
