using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace WelWee3D.Tests.Http;

/// <summary>What a caller gets to see of an <see cref="IResult"/>.</summary>
internal sealed record Answer(int Status, string? ContentType, IHeaderDictionary Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string[] Fields => [.. Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    public static async Task<Answer> Of(IResult result, HttpContext? context = null)
    {
        context ??= new DefaultHttpContext();
        context.RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider();
        var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return new(
            context.Response.StatusCode,
            context.Response.ContentType,
            context.Response.Headers,
            System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
