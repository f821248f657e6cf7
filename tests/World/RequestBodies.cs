using System.Text;
using Azure.Core;
using Microsoft.AspNetCore.Http;

namespace WelWee3D.Tests;

internal static class RequestBodies
{
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
