using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace WelWee3D.Visits;

/// <summary>Whose visits are not counted: who asks not to be followed, and programs. What they say of themselves is not kept.</summary>
internal static partial class Uncounted
{
    public static bool Is(HttpRequest request) =>
        request.Headers["DNT"] == "1" || request.Headers["Sec-GPC"] == "1" || IsProgram($"{request.Headers[HeaderNames.UserAgent]}");

    private static bool IsProgram(string agent) => agent.Length == 0 || Program().IsMatch(agent);

    [GeneratedRegex("bot|crawl|spider|slurp|headless|preview|monitor|scan|fetch|http-?client|curl|wget|python|java/|libwww|lighthouse", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Program();
}
