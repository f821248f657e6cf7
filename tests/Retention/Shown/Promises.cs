namespace WelWee3D.Tests.Retention.Shown;

/// <summary>What the privacy officer asks below api/retention.</summary>
internal sealed class Promises(HttpWorld http)
{
    /// <summary>
    /// An order with a scan for each disk that one is copied to; without a name, it is not copied. The files are left
    /// out: whoever reads them when they arrive would change the order while a test looks at it.
    /// </summary>
    public Task<Order> NewOrder(DateOnly? shippedOn, params string?[] disks)
    {
        var now = http.World.Now;
        var scans = disks.Select(disk => Make.Scan(now, bytes: 15, disk is null ? [] : [disk])).ToList();
        return http.World.Given.Order(agreed: order => order with { Scans = scans, ShippedOn = shippedOn });
    }

    public Task<HttpResponseMessage> Ask(string path) => http.Officer.GetAsync($"api/retention/{path}");

    public async Task<JsonElement> Json(string path)
    {
        using var answer = await Ask(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> Sweep()
    {
        using var answer = await http.Officer.PostAsync("api/retention/sweep", content: null);
        Assert.True(answer.IsSuccessStatusCode, $"The sweep answered {(int)answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The items of all pages, and how many each page had.</summary>
    public async Task<(List<JsonElement> Items, List<int> Pages)> Pages(string path)
    {
        var (items, pages) = (new List<JsonElement>(), new List<int>());
        string? continuation = null;
        do
        {
            var page = await Json(continuation is null ? path : $"{path}&continuation={continuation}");
            var found = page.GetProperty("items").EnumerateArray().ToList();
            items.AddRange(found);
            pages.Add(found.Count);
            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
        return (items, pages);
    }
}
