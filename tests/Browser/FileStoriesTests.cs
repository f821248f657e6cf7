using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>Files of scans: how they come in, and of which of them a copy lies on a disk.</summary>
[Collection(PracticeStories.Name)]
public sealed class FileStoriesTests(Practice practice)
{
    [Fact]
    public async Task An_assistant_sends_a_scan_while_the_connection_is_cut_three_times_and_the_page_is_reloaded_once()
    {
        await using var screen = await practice.Open("staff");
        screen.Expected.Add("net::ERR_INTERNET_DISCONNECTED");
        using var file = new LargeScan();
        await screen.Go(await practice.Resolve("/staff/orders/{Linde Aalbers}"));
        var pieces = 0;
        screen.Page.Request += (_, request) => pieces += request.Method == "PATCH" ? 1 : 0;
        await screen.Page.Locator("#scan-files").SetInputFilesAsync(file.Path);
        for (var cut = 0; cut < 3; cut++)
        {
            await Another(2);
            await screen.Page.Context.SetOfflineAsync(true);
            await screen.Sees("De verbinding is weg");
            await screen.Picture("story-upload-cut");
            await screen.Page.Context.SetOfflineAsync(false);
        }
        await Another(1);
        await screen.Page.EvaluateAsync("""() => { localStorage.setItem("upload-old", `${Date.now() - 9 * 86_400_000} /api/uploads/old`); localStorage.setItem("upload-before", "/api/uploads/before"); }""");
        await screen.Page.ReloadAsync();

        var offset = 0L;
        screen.Page.Request += (_, request) => offset = request.Method == "PATCH" && offset == 0 ? long.Parse(request.Headers["upload-offset"], CultureInfo.InvariantCulture) : offset;
        await screen.Page.Locator("#scan-files").SetInputFilesAsync(file.Path);
        await screen.Sees("binnen");
        Assert.InRange(offset, 16 * 1024 * 1024, new FileInfo(file.Path).Length - 1);
        await screen.Page.Locator("ol.life").GetByText(Path.GetFileName(file.Path)).First.WaitForAsync();
        Assert.DoesNotContain(Path.GetFileName(file.Path), await screen.Page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);
        Assert.Matches("^upload-before=[0-9]{13} /api/uploads/before$", await screen.Page.EvaluateAsync<string>(
            "Object.entries(localStorage).filter(([key]) => key.startsWith('upload-')).map(([key, value]) => `${key}=${value}`).join()"));
        Assert.Empty(screen.Problems);

        async Task Another(int more)
        {
            for (var before = pieces; pieces < before + more;)
                await Task.Delay(20);
        }
    }

    [Fact]
    public async Task What_is_being_sent_goes_on_while_another_page_is_looked_at_and_is_not_closed_unasked()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go($"/staff/orders/{await practice.Order("Lotte Vos", ("buik.stl", SampleScan.Binary(0.5f)))}");
        var go = new TaskCompletionSource();
        await screen.Page.RouteAsync("**/api/uploads/*", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await screen.Page.Locator("#scan-files").SetInputFilesAsync(new FilePayload { Name = "onderweg.stl", MimeType = "model/stl", Buffer = SampleScan.Binary(0.55f) });
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Pauze" }).WaitForAsync();
        await screen.Follow("Berichten");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Berichten" }).WaitForAsync();
        Assert.True(await IsGuarded());
        await screen.Page.GoBackAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Pauze" }).WaitForAsync();
        go.SetResult();
        await screen.Page.Locator("ol.life").GetByText("onderweg.stl").First.WaitForAsync();
        Assert.False(await IsGuarded());
        Assert.Empty(screen.Problems);

        Task<bool> IsGuarded() => screen.Page.EvaluateAsync<bool>("() => { const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); return leaving.defaultPrevented; }");
    }

    [Fact]
    public async Task A_file_that_is_paused_before_it_begins_waits_and_is_sent_once()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go($"/staff/orders/{await practice.Order("Jet Molen", ("buik.stl", SampleScan.Binary(0.5f)))}");
        var (go, sent) = (new TaskCompletionSource(), new List<string>());
        screen.Page.Request += (_, request) => sent.Add(request.Method);
        await screen.Page.RouteAsync("**/web/part-*.js", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await screen.Page.Locator("#scan-files").SetInputFilesAsync(new FilePayload { Name = "gepauzeerd.stl", MimeType = "model/stl", Buffer = SampleScan.Binary(0.45f) });
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Pauze" }).ClickAsync();
        await screen.Sees("Gepauzeerd: 0");
        await screen.Page.RunAndWaitForResponseAsync(() =>
        {
            go.SetResult();
            return Task.CompletedTask;
        }, answer => answer.Url.Contains("/web/part-", StringComparison.Ordinal));
        await screen.Page.EvaluateAsync("new Promise(done => setTimeout(done, 300))");
        Assert.DoesNotContain("POST", sent);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await screen.Page.Locator("ol.life").GetByText("gepauzeerd.stl").First.WaitForAsync();
        Assert.Equal(["POST", "PATCH"], sent.Where(method => method != "GET"));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_copy_is_told_of_the_scan_that_it_is_of_and_never_of_a_file_that_is_none()
    {
        var order = await practice.Order("Guusje Zwart", ("notitie.txt", "Dit is een notitie."u8.ToArray()), ("buik-links.stl", SampleScan.Binary(0.9f)));
        await using var screen = await practice.Open("staff");
        await screen.Go($"/staff/orders/{order}");
        await screen.Press("Kopie op schijf melden");
        await screen.Page.GetByText("Van scan buik-links.stl.").WaitForAsync();
        await Tell("KAST-1");

        Assert.True(Id.TryParse(order, out var id));
        await practice.Send(id, "buik-rechts.stl", SampleScan.Binary(0.8f));
        await screen.Go($"/staff/orders/{order}");
        await screen.Press("Kopie op schijf melden");
        await screen.Press("Kopie melden");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Kies van welke scan het een kopie is." }).WaitForAsync();
        Assert.Equal(0, await screen.Page.GetByLabel("notitie.txt").CountAsync());
        await screen.Page.GetByLabel("buik-rechts.stl").CheckAsync();
        await screen.Picture("story-copy");
        await Tell("KAST-2");
        Assert.Equal(["notitie.txt: ", "buik-links.stl: KAST-1", "buik-rechts.stl: KAST-2"], (await practice.Scans(order)).Select(scan =>
            $"{scan.GetProperty("fileName")}: {string.Join(", ", scan.GetProperty("copies").EnumerateArray().Select(copy => copy.GetProperty("disk")))}"));
        Assert.Empty(screen.Problems);

        async Task Tell(string disk)
        {
            await screen.Fill("Label van de schijf", disk);
            await screen.Press("Kopie melden");
            await screen.Sees($"Genoteerd: er ligt een kopie op {disk}.");
        }
    }

    [Fact]
    public async Task A_file_that_the_order_has_is_sent_once_and_the_page_says_so_as_it_does_where_it_cannot_send_at_all()
    {
        var order = await practice.Order("Saar Vink", ("buik.stl", SampleScan.Binary(0.7f)));
        await using var screen = await practice.Open("staff");
        screen.Expected.UnionWith(["status of 409", "ERR_FAILED", "Failed to fetch dynamically imported module"]);
        await screen.Go($"/staff/orders/{order}");
        await screen.Page.RouteAsync("**/web/part-*.js", route => route.AbortAsync());
        await Choose();
        await screen.Sees("De pagina kan niets versturen.");

        await screen.Page.UnrouteAllAsync();
        await screen.Go($"/staff/orders/{order}");
        var sent = new List<string>();
        screen.Page.Request += (_, request) => sent.Add(request.Method);
        await Choose();
        await screen.Sees("Deze bestelling heeft precies dit bestand al.");
        Assert.Equal(["POST", "PATCH"], sent.Where(method => method != "GET"));
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Toch nog eens" }).ClickAsync();
        await screen.Page.Locator("ol.life").GetByText("nog-eens.stl").First.WaitForAsync();
        Assert.Equal(2, (await practice.Scans(order)).Length);
        Assert.Empty(screen.Problems);

        Task Choose() => screen.Page.Locator("#scan-files").SetInputFilesAsync(new FilePayload { Name = "nog-eens.stl", MimeType = "model/stl", Buffer = SampleScan.Binary(0.7f) });
    }
}
