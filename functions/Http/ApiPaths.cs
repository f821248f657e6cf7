using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace WelWee3D.Http;

/// <summary>Where the app's own functions answer: each behind <c>api</c>, which their routes name themselves, so that pages can stand outside it.</summary>
public static class ApiPaths
{
    private const string Prefix = "/api/";

    public static string Of(string route) => Prefix + route;

    /// <summary>
    /// The route of the function that answers, without the prefix, with what stands in its places. It is told by the function, and not
    /// by its address: one and the same has many, with capitals, with signs written as numbers, or with a slash behind it.
    /// </summary>
    /// <returns>Null for a function that is called past HTTP, by no address.</returns>
    public static string? Route(HttpRequest request)
    {
        if (request.HttpContext.GetEndpoint() is RouteEndpoint { RoutePattern: var pattern })
        {
            var segments = pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => Filled(request, part))));
            var route = string.Join('/', segments).ToLowerInvariant();
            return route.StartsWith(Prefix[1..], StringComparison.Ordinal) ? route[(Prefix.Length - 1)..] : route;
        }
        return request.Path.HasValue ? throw new InvalidOperationException("It was asked by an address of which no function can be told.") : null;
    }

    /// <summary>The whole address, for whoever asked.</summary>
    public static string Of(HttpRequest request, string route) => Absolute(request, Of(route));

    /// <summary>
    /// A path as a whole address: that by which the app was asked, told by what stands in front of it where that changed it.
    /// Who makes those headers up gets an answer with them, and nobody else does.
    /// </summary>
    internal static string Absolute(HttpRequest request, string location)
    {
        if (!location.StartsWith('/'))
            return location;
        var scheme = First(request, "X-Forwarded-Proto") ?? request.Scheme;
        var host = First(request, "X-Forwarded-Host") ?? request.Host.Value;
        return Uri.TryCreate($"{scheme}://{host}{location}", UriKind.Absolute, out var address) ? address.AbsoluteUri : location;
    }

    private static string Filled(HttpRequest request, RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => $"{request.RouteValues[parameter.Name]}",
        _ => throw new InvalidOperationException($"A route has a part that is told by nothing: {part.PartKind}."),
    };

    private static string? First(HttpRequest request, string header) =>
        request.Headers.GetCommaSeparatedValues(header) is [{ Length: > 0 } first, ..] ? first : null;
}
