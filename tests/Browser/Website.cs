using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace WelWee3D.Tests.Browser;

/// <summary>A website that is not the app: pages on an origin of their own, with a policy that allows the app's script and no more.</summary>
internal sealed class Website : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly Dictionary<string, Page> pages = [];

    private Website(WebApplication server) => this.server = server;

    public Uri Address => new(server.Urls.Single());

    public static async Task<Website> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRouting();
        var server = builder.Build();
        var website = new Website(server);
        server.Run(website.Answer);
        await server.StartAsync();
        website.Put("/bedankt", "Bedankt", "<p>Tot snel!</p>");
        return website;
    }

    /// <param name="content">As HTML: what stands below the heading.</param>
    /// <param name="app">Whose script it may run, and whom it may ask; nobody's where there is none.</param>
    public Uri Put(string path, string title, string content, Uri? app = null, string language = "nl")
    {
        var allowed = app?.GetLeftPart(UriPartial.Authority) ?? "'none'";
        pages[path] = new("text/html; charset=utf-8", $"""
            <!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title></head><body><main><h1>{title}</h1>{content}</main></body></html>
            """)
        {
            Policy = $"default-src 'none'; script-src {allowed}; connect-src {allowed}; form-action {(app is null ? "" : "'self' ")}{allowed}; base-uri 'none'; "
                + "require-trusted-types-for 'script'; trusted-types 'none'",
        };
        return new(Address, path);
    }

    /// <summary>A page without a policy, for a script of its own.</summary>
    public Uri PutWith(string script, string path, string title, string content)
    {
        pages["/script.js"] = new("text/javascript; charset=utf-8", script);
        pages[path] = new("text/html; charset=utf-8", $"""
            <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title><script type="module" src="/script.js"></script></head>
            <body><main><h1>{title}</h1>{content}</main></body></html>
            """);
        return new(Address, path);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        if (!pages.TryGetValue($"{context.Request.Path}", out var page))
        {
            // The icon, which browsers ask for by themselves.
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        context.Response.ContentType = page.Type;
        if (page.Policy is { } policy)
            context.Response.Headers.ContentSecurityPolicy = policy;
        return context.Response.WriteAsync(page.Content);
    }

    private sealed record Page(string Type, string Content)
    {
        public string? Policy { get; init; }
    }
}
