using Microsoft.AspNetCore.Http;

namespace WelWee3D.Http;

/// <summary>Where the app's own functions answer: each behind <c>api</c>, which their routes name themselves, so that pages can stand outside it.</summary>
public static class ApiPaths
{
    private const string Prefix = "/api/";

    public static string Of(string route) => Prefix + route;

    /// <summary>The route that was asked for, without the prefix; null for what is no function of the app.</summary>
    public static string? Route(HttpRequest request) =>
        request.Path.Value is { } path && path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? path[Prefix.Length..].TrimEnd('/') : null;

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

    private static string? First(HttpRequest request, string header) =>
        request.Headers.GetCommaSeparatedValues(header) is [{ Length: > 0 } first, ..] ? first : null;
}
