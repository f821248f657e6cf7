namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>The privacy officer at work.</summary>
internal sealed class PrivacyOfficer(HttpWorld http)
{
    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string? body = null, string? role = "privacy")
    {
        var client = role switch { "privacy" => http.Officer, "staff" => http.Staff, _ => http.Anyone };
        using var request = new HttpRequestMessage(method, $"api/{path}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        // There may be a scan in it.
        if (path == "subjects/export")
            request.Headers.Add(StatedReason.Header, HttpWorld.Reason);
        return await client.SendAsync(request);
    }

    public async Task<JsonElement> Post(string path, object body)
    {
        using var answer = await Ask(HttpMethod.Post, path, JsonSerializer.Serialize(body));
        return await Read(answer);
    }

    /// <summary>In two steps: what was shown first, and what was done with the token.</summary>
    public async Task<(JsonElement Report, JsonElement Shown)> Erase(object person)
    {
        var shown = await Post("subjects/erase", person);
        return (await Post("subjects/erase", new { token = shown.GetProperty("token").GetString() }), shown);
    }

    public Task<JsonElement> Sweep() => Post("retention/sweep", new { });

    public async Task<JsonElement> Why(string kind, Id id)
    {
        using var answer = await Ask(HttpMethod.Get, $"retention/why/{kind}/{id}");
        return await Read(answer);
    }

    public async Task<bool> IsKept(string kind, Id id) => (await Why(kind, id)).GetProperty("kept").GetBoolean();

    /// <summary>The kind and id of each item.</summary>
    public static IEnumerable<string> Items(JsonElement items) =>
        items.EnumerateArray().Select(item => $"{item.GetProperty("kind").GetString()} {item.GetProperty("id").GetString()}").Order();

    public static IEnumerable<string> Items(params (string Kind, Id Id)[] items) => items.Select(item => $"{item.Kind} {item.Id}").Order();

    /// <summary>What keeps a record, by kind.</summary>
    public static IEnumerable<string?> SuspendedBy(JsonElement retention) =>
        retention.GetProperty("suspendedBy").EnumerateArray().Select(each => each.GetProperty("kind").GetString());

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"It answered {(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
