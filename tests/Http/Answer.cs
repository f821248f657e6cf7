namespace WelWee3D.Tests.Http;

/// <summary>What a caller gets to see of an <see cref="IResult"/>.</summary>
internal sealed record Answer(int Status, string? ContentType, IHeaderDictionary Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string[] Fields => [.. Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    /// <summary>Asks a function of a world, past HTTP.</summary>
    public static async Task<Answer> Of<TFunction>(
        World world, Func<TFunction, HttpRequest, Task<IResult>> function, object? json = null, Action<HttpRequest>? compose = null)
    {
        using var body = new MemoryStream();
        var response = await world.Ask(function, json, request =>
        {
            request.HttpContext.Response.Body = body;
            compose?.Invoke(request);
        });
        return Of(response, body);
    }

    public static async Task<Answer> Of(IResult result, HttpContext? context = null)
    {
        context ??= new DefaultHttpContext();
        context.RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider();
        var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return Of(context.Response, body);
    }

    private static Answer Of(HttpResponse response, MemoryStream body) =>
        new(response.StatusCode, response.ContentType, response.Headers, Encoding.UTF8.GetString(body.ToArray()));
}
