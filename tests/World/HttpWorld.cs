using System.Net.Http.Headers;

namespace WelWee3D.Tests;

/// <summary>One world for the tests of a class together: the app answers on HTTP, to anyone, staff and the privacy officer.</summary>
public class HttpWorld : IAsyncLifetime
{
    /// <summary>Why staff look at something.</summary>
    public const string Reason = "Controle van de maat";

    public World World { get; private set; } = null!;

    public HttpClient Anyone { get; private set; } = null!;

    public HttpClient Staff { get; private set; } = null!;

    public HttpClient Officer { get; private set; } = null!;

    protected virtual WorldOptions Options => new();

    public async Task InitializeAsync()
    {
        World = await World.Start(Options with { ServesHttp = true });
        (Anyone, Staff, Officer) = (Client(World), Client(World), Client(World));
        await SignIn(Staff, "staff");
        await SignIn(Officer, "privacy");
        // Staff state one wherever they look; the officer's opens what is restricted.
        Staff.DefaultRequestHeaders.Add(StatedReason.Header, Reason);
    }

    public async Task DisposeAsync()
    {
        foreach (var client in (HttpClient[])[Anyone, Staff, Officer])
            client.Dispose();
        await World.DisposeAsync();
    }

    /// <summary>One that keeps no cookies and goes nowhere it is only led to.</summary>
    public static HttpClient Client(World world) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = world.Address };

    /// <summary>Another member of staff, who is the privacy officer too.</summary>
    public async Task<HttpClient> Colleague()
    {
        var client = Client(World);
        await SignIn(client, "staff", "privacy");
        return client;
    }

    private async Task SignIn(HttpClient client, params string[] roles)
    {
        using var answer = await Anyone.PostAsJsonAsync("local/token", new { roles });
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}
