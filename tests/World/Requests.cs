using System.Text;
using Azure.Core;
using Microsoft.AspNetCore.Http;

namespace WelWee3D.Tests;

internal static class Requests
{
    /// <summary>Whether a request leaves storage as it was.</summary>
    public static bool Reads(this Request request) => request.Method == RequestMethod.Get || request.Method == RequestMethod.Head;

    /// <summary>What is sent to storage.</summary>
    public static string Text(this Request request)
    {
        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        return Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <summary>Gives a request to a function its body.</summary>
    public static void Send(this HttpRequest request, string contentType, byte[] body) =>
        (request.ContentType, request.ContentLength, request.Body) = (contentType, body.Length, new MemoryStream(body));
}
