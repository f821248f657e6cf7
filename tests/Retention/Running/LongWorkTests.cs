namespace WelWee3D.Tests.Retention.Running;

public sealed class LongWorkTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task What_is_small_is_done_when_the_answer_comes_and_its_run_can_be_asked_for()
    {
        using var answer = await http.Officer.PostAsync("api/retention/sweep", content: null);
        // Some programs name the type of what they do not send.
        using var empty = new ByteArrayContent([]) { Headers = { ContentType = new("application/json") } };
        using var named = await http.Officer.PostAsync("api/retention/sweep", empty);
        Assert.Equal(HttpStatusCode.OK, named.StatusCode);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var run = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(run.GetProperty("complete").GetBoolean());
        Assert.Equal(run.GetRawText(), (await Run(run.GetProperty("id").GetString()!)).GetRawText());
        Assert.Empty(await world.Storage.Rows(OpenRuns.TableName));
    }

    [Theory]
    [InlineData("sweep")]
    [InlineData("replay")]
    public async Task Who_does_not_want_to_wait_is_told_the_run_and_a_timer_does_it(string what)
    {
        var message = await world.Given.Message(on: world.Today.AddYears(-6));

        using var answer = await Ask($"api/retention/{what}", content: null);

        var id = await Accepted(answer);
        Assert.EndsWith($"/api/retention/runs/{id}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var before = await Run(id);
        Assert.Equal((what, false, false), (before.GetProperty("kind").GetString(), before.GetProperty("complete").GetBoolean(), before.TryGetProperty("finishedAt", out _)));
        await GoOn();
        var after = await Run(id);
        Assert.True(after.GetProperty("complete").GetBoolean() && after.TryGetProperty("finishedAt", out _));
        Assert.Equal(what == "replay", await world.Get<ContactMessages>().Find(message.Id, default) is not null);
        await world.Get<Sweep>().Run(Decider.Sweep, default);
    }

    [Fact]
    public async Task What_is_not_finished_stands_on_top_of_the_runs_and_once()
    {
        await world.Get<Sweep>().Run(Decider.Sweep, default);
        var asked = await Accepted(await Ask("api/retention/sweep", content: null));

        var before = await Runs();
        await GoOn();
        var after = await Runs();

        Assert.Equal((asked, false), (before[0].GetProperty("id").GetString(), before[0].TryGetProperty("finishedAt", out _)));
        Assert.True(before.Length > 1 && before[1].TryGetProperty("finishedAt", out _));
        Assert.True(after.Single(run => run.GetProperty("id").GetString() == asked).TryGetProperty("finishedAt", out _));

        async Task<JsonElement[]> Runs() => [.. (await Read(await http.Officer.GetAsync("api/retention/runs"))).GetProperty("items").EnumerateArray()];
    }

    [Fact]
    public async Task A_run_that_is_not_finished_tells_how_many_tasks_are_open_too()
    {
        var scan = (await world.Given.OrderWithScan(disks: ["SCHIJF-1"])).Scans[0].Id;
        using var destroyed = await http.Staff.PostAsJsonAsync($"api/scans/{scan}/destroy", new { reason = "Vergissing", destroysNow = true });

        using var answer = await Ask("api/retention/sweep", content: null);
        var open = (await Run(await Accepted(answer))).GetProperty("openTasks").GetInt32();
        await GoOn();

        Assert.Equal((await world.Storage.Rows(DestructionTasks.TableName)).Count, open);
        Assert.NotEqual(0, open);
    }

    [Fact]
    public async Task An_erasure_erases_what_was_shown_and_no_more()
    {
        var email = world.Given.NewAddress();
        var shown = await world.Given.Message(email);
        var token = (await Read(await http.Officer.PostAsJsonAsync("api/subjects/erase", new { email }))).GetProperty("token").GetString();
        var later = await world.Given.Message(email);

        using var answer = await Ask("api/subjects/erase", JsonContent.Create(new { token }));
        var id = await Accepted(answer);
        Assert.NotNull(await world.Get<ContactMessages>().Find(shown.Id, default));
        await GoOn();

        Assert.Equal(1, (await Run(id)).GetProperty("destroyed").GetProperty("message").GetInt32());
        Assert.Null(await world.Get<ContactMessages>().Find(shown.Id, default));
        Assert.NotNull(await world.Get<ContactMessages>().Find(later.Id, default));
    }

    [Fact]
    public async Task The_link_of_a_package_asks_for_patience_until_it_is_made()
    {
        var email = world.Given.NewAddress();
        await world.Given.Message(email);

        using var answer = await http.Officer.Export(new { email }, "respond-async");
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        using var early = await http.Anyone.GetAsync(told.GetProperty("link").GetString());
        await GoOn();
        using var made = await http.Anyone.GetAsync(told.GetProperty("link").GetString());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (early.StatusCode, made.StatusCode));
        Assert.NotNull(early.Headers.RetryAfter);
        Assert.True((await Run(told.GetProperty("run").GetString()!)).GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task A_package_whose_making_was_stopped_in_the_middle_is_made_whole()
    {
        var email = world.Given.NewAddress();
        await world.Given.OrderWithScan(email);
        using var answer = await http.Officer.Export(new { email }, "respond-async");
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var (packages, id) = (world.Get<ExportPackages>(), Id.Parse(told.GetProperty("id").GetString()!));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await packages.Fill((await packages.Find(id, default))!, Begin, stop.Token));

        await GoOn();

        using var made = new OpenedPackage(await http.Anyone.GetStreamAsync(told.GetProperty("link").GetString()));
        Assert.Equal(made.Resources.Count + 1, made.Entries.Count);
        Assert.Single(made.Rows("scans"));

        async Task Begin(Stream stream, CancellationToken cancellation)
        {
            await stream.WriteAsync(new byte[5 * 1024 * 1024], cancellation);
            await stream.FlushAsync(cancellation);
            Assert.NotEqual(0, (await packages.Blob(id).GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength);
            await stop.CancelAsync();
            await stream.WriteAsync(new byte[5 * 1024 * 1024], cancellation);
        }
    }

    [Fact]
    public async Task A_package_of_which_something_went_meanwhile_is_not_made_and_the_run_says_so()
    {
        var email = world.Given.NewAddress();
        var message = await world.Given.Message(email);
        using var answer = await http.Officer.Export(new { email }, "respond-async");
        var id = await Accepted(answer);
        await world.Get<ExportPackages>().DeleteCopies(new HashSet<Id> { message.Id }, default);

        await GoOn();

        Assert.Contains("destroyed", (await Run(id)).GetProperty("left")[0].GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_nobody_asked_for_is_not_found()
    {
        using var unknown = await http.Officer.GetAsync($"api/retention/runs/{world.NewId()}");
        using var nonsense = await http.Officer.GetAsync("api/retention/runs/1");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, nonsense.StatusCode));
    }

    private Task<HttpResponseMessage> Ask(string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Prefer", "respond-async");
        return http.Officer.SendAsync(request);
    }

    private static async Task<string> Accepted(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("run").GetString()!;
    }

    private Task GoOn() => world.Function<GoOnWithRuns>().Run(new TimerInfo(), default);

    private async Task<JsonElement> Run(string id) => await Read(await http.Officer.GetAsync($"api/retention/runs/{id}"));

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}
