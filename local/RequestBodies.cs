using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace WelWee3D.Local;

/// <summary>What the Functions host does with the body of a request before a function gets it.</summary>
/// <param name="Limit">The most bytes that one request may bring.</param>
/// <param name="Held">Whether a body that has a length is held back until it is whole; others stream in any case.</param>
internal sealed record RequestBodies(long Limit, bool Held)
{
    private const long UsualLimit = 104_857_600;

    public static long LimitIn(IConfiguration settings) => settings.GetValue("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", UsualLimit);

    /// <summary>Calls the function with the body as it may have it.</summary>
    /// <returns>Null when the request brought too much.</returns>
    public async Task<IResult?> Pass(HttpRequest request, Func<Task<IResult>> call)
    {
        if (request.ContentLength > Limit)
            return null;
        if (request.ContentLength is null)
        {
            var body = new LimitedBody(request.Body, Limit);
            request.Body = body;
            var answer = await call();
            return body.IsTooLong ? null : answer;
        }
        if (Held)
            await Hold(request);
        return await call();
    }

    private static async Task Hold(HttpRequest request)
    {
        request.EnableBuffering();
        await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
    }
}
