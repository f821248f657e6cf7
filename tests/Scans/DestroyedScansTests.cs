using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Scans;

public sealed class DestroyedScansTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    private DateOnly Today => world.Today;

    [Fact]
    public async Task The_certificate_comes_with_the_last_copy_and_lists_them_all()
    {
        var (scan, copies) = await Destroyed("SCHIJF-1", "SCHIJF-2");

        Assert.Equal(HttpStatusCode.OK, (await Confirm(scan, copies[0].Id, Today)).StatusCode);
        Assert.Null((await Line(scan)).Certificate);
        Assert.Contains(await Tasks(), task => task.GetProperty("scanId").GetString() == $"{scan}");
        Assert.Equal(HttpStatusCode.OK, (await Confirm(scan, copies[1].Id, null)).StatusCode);

        var certificate = (await world.Get<Certificates>().Find((await Line(scan)).Certificate!.Value, default))!.Read();
        Assert.Equal([("SCHIJF-1", Today), ("SCHIJF-2", Today)], certificate.Copies.Select(copy => (copy.Disk, copy.DestroyedOn)));
        Assert.DoesNotContain(await Tasks(), task => task.GetProperty("scanId").GetString() == $"{scan}");
    }

    [Fact]
    public async Task Each_confirmation_can_be_repeated_also_after_the_last()
    {
        var (scan, copies) = await Destroyed("SCHIJF-1");
        var first = await (await Confirm(scan, copies[0].Id, null)).Content.ReadAsStringAsync();

        Assert.Equal(first, await (await Confirm(scan, copies[0].Id, null)).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await Confirm(scan, copies[0].Id, Today.AddDays(-1))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Confirm(scan, scan, null)).StatusCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_day_that_cannot_be_is_refused_as_before_the_destruction(int days)
    {
        var (scan, copies) = await Destroyed("SCHIJF-1");

        var answer = await Confirm(scan, copies[0].Id, Today.AddDays(days));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["destroyedOn"], await answer.Faults());
    }

    [Fact]
    public async Task After_dying_when_it_was_confirmed_the_next_sweep_certifies()
    {
        var (scan, copies) = await Destroyed("SCHIJF-1");
        await world.Get<DueIndex>().Open(new(Today, $"scan-{scan}", []), default);
        await world.Get<DestructionTasks>().Confirm($"scan-{scan}", copies[0].Id, Today, "staff", world.Now, default);

        await world.Get<Sweep>().Run("sweep", default);

        Assert.NotNull((await Line(scan)).Certificate);
    }

    [Fact]
    public async Task The_ledger_is_replayed_by_the_privacy_officer_only()
    {
        using var refused = await http.Staff.PostAsync(new Uri("api/retention/replay", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using var answer = await http.Officer.PostAsync(new Uri("api/retention/replay", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("replay", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("kind").GetString());
    }

    private async Task<(Id Scan, IReadOnlyList<DiskCopy> Copies)> Destroyed(params string[] disks)
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with { ErasureRequestedOn = Today }, file: [], disks: disks);
        await world.Get<DestructionEngine>().Destroy([order.Due], new RunTally(RunKind.Sweep, "test", world.Clock), default);
        return (order.Scans[0].Id, order.Scans[0].Copies);
    }

    private Task<HttpResponseMessage> Confirm(Id scan, Id copy, DateOnly? destroyedOn) =>
        http.Staff.PostAsJsonAsync($"api/scans/{scan}/copies/{copy}/destroyed", new { destroyedOn });

    private async Task<StoredLine> Line(Id scan) => (await world.Get<Ledger>().Find($"scan-{scan}", default))!;

    private async Task<IReadOnlyList<JsonElement>> Tasks() =>
        [.. (await http.Staff.GetFromJsonAsync<JsonElement>("api/destruction-tasks")).GetProperty("items").EnumerateArray()];
}
