using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Scans;

public sealed class DestroyScanTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task A_scan_goes_at_once_with_its_proof_when_the_caller_knows_and_its_order_tells_why()
    {
        var order = await world.Given.OrderWithScan();
        var scan = order.Scans[0];

        using var told = await Destroy(scan.Id, new { reason = "Verkeerde bestelling" });
        var isStillThere = await world.Storage.Scans.GetBlobClient($"{order.Id}/{scan.BlobName}").ExistsAsync();
        var gone = await Read(await Destroy(scan.Id, new { reason = "Verkeerde bestelling", destroysNow = true }));
        var again = await Read(await Destroy(scan.Id, new { reason = "Verkeerde bestelling", destroysNow = true }));

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Equal(["destroysNow"], await told.Faults());
        Assert.True(isStillThere);
        Assert.False(gone.GetProperty("kept").GetBoolean());
        Assert.Equal("scan-destroyed-by-staff", gone.GetProperty("why").GetProperty("rule").GetString());
        Assert.True(gone.GetProperty("certificate").GetInt32() > 0);
        Assert.Equal(gone.GetRawText(), again.GetRawText());
        Assert.Empty(await world.Storage.BlobNames($"{order.Id}/"));
        var left = (await world.Get<OrderStore>().Find(order.Id, default))!;
        Assert.Empty(left.Scans);
        Assert.Equal(($"scans/{scan.Id}", "Verkeerde bestelling"), (Assert.Single(left.History).Field, left.History[0].Reason));
        Assert.Null(left.SettledOn);
    }

    [Fact]
    public async Task Copies_on_disk_become_a_task()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);

        var gone = await Read(await Destroy(order.Scans[0].Id, new { reason = "Mislukt", destroysNow = true }));

        Assert.False(gone.TryGetProperty("certificate", out _));
        Assert.Single(gone.GetProperty("destructionTask").GetProperty("copies").EnumerateArray());
    }

    [Fact]
    public async Task Each_file_is_certified_with_its_own_hash()
    {
        var order = await world.Given.OrderWithScan();
        var beside = (await world.Given.File($"{order.Id}/{order.Scans[0].Id}.obj", "v 1 2 3"u8.ToArray())).Name;

        await Read(await Destroy(order.Scans[0].Id, new { reason = "Mislukt", destroysNow = true }));

        var line = (await world.Get<Ledger>().Find($"scan-{order.Scans[0].Id}", default))!.Line;
        Assert.Equal(
            new Dictionary<string, string>
            {
                [$"{order.Id}/{order.Scans[0].BlobName}"] = order.Scans[0].Facts!.Sha256,
                [beside] = Convert.ToHexStringLower(SHA256.HashData("v 1 2 3"u8)),
            },
            line.Items[0].Files.ToDictionary(file => file.Name, file => file.Sha256));
    }

    [Fact]
    public async Task A_hold_keeps_it_until_that_ends()
    {
        var until = world.Today.AddYears(1);
        var order = await world.Given.OrderWithScan(agreed: order => order with { Holds = [Make.Hold(world.Now, until)] });

        var kept = await Read(await Destroy(order.Scans[0].Id, new { reason = "Mislukt" }));

        Assert.True(kept.GetProperty("kept").GetBoolean());
        Assert.Equal(until.AddDays(1).Iso(), kept.GetProperty("dueOn").GetString());
    }

    [Fact]
    public async Task A_file_that_is_no_scan_has_two_months_from_its_arrival_and_staff_may_remove_it_at_once()
    {
        var order = await world.Given.OrderWithScan(file: "no scan at all"u8.ToArray(), agreed: order => order with { Consents = [Make.Consent(world.Now)] });
        await world.Function<RecordScan>().Run(world.Storage.Scans.GetBlobClient($"{order.Id}/{order.Scans[0].BlobName}"), default);
        var rejected = (await world.Get<OrderStore>().Find(order.Id, default))!;

        Assert.Equal(world.Today.AddMonths(2).AddDays(-8), rejected.Due.On);
        Assert.False((await Read(await Destroy(order.Scans[0].Id, new { reason = "Geen scan", destroysNow = true }))).GetProperty("kept").GetBoolean());
    }

    [Theory]
    [InlineData("{}", "reason")]
    [InlineData("""{"reason":" "}""", "reason")]
    public async Task Why_is_asked(string body, string field)
    {
        var order = await world.Given.OrderWithScan();
        using var answer = await http.Staff.PostAsync($"api/scans/{order.Scans[0].Id}/destroy", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], await answer.Faults());
    }

    [Fact]
    public async Task What_never_was_cannot_be_destroyed()
    {
        using var answer = await Destroy(world.NewId(), new { reason = "Mislukt" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<HttpResponseMessage> Destroy(Id scan, object body) => http.Staff.PostAsJsonAsync($"api/scans/{scan}/destroy", body);

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"It answered {(int)answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
