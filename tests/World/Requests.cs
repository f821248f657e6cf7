using Azure.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace WelWee3D.Tests;

internal static partial class Requests
{
    /// <summary>Whether a request leaves storage as it was.</summary>
    public static bool Reads(this Request request) => request.Method == RequestMethod.Get || request.Method == RequestMethod.Head;

    /// <summary>The table or container that a request is about: the path has it after the account, a batch at its first row.</summary>
    public static string Place(this Request request)
    {
        var name = request.Uri.ToUri().AbsolutePath.Split('/', '(')[2];
        return name != "$batch" ? name : InBatch().Match(request.Text()) is { Success: true } found ? found.Groups["place"].Value : "";
    }

    /// <summary>What is sent to storage.</summary>
    public static string Text(this Request request)
    {
        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        return Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <summary>Gives a request to a function its route, past HTTP: the audit tells by it what was done.</summary>
    public static void IsFor(this HttpRequest request, string route) =>
        request.HttpContext.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse($"api/{route}"), 0, null, null));

    /// <summary>Gives a request to a function its body.</summary>
    public static void Send(this HttpRequest request, string contentType, byte[] body) =>
        (request.ContentType, request.ContentLength, request.Body) = (contentType, body.Length, new MemoryStream(body));

    [GeneratedRegex(@"^[A-Z]+ https?://[^/]+/[^/]+/(?<place>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex InBatch();
}
