using System.Text.Json.Nodes;
using Azure;

namespace WelWee3D.Tests.Orders;

/// <summary>Names that a later version wrote, after it was rolled back.</summary>
public sealed class ConsentOfTomorrowTests() : OwnWorld(new() { At = DateTimeOffset.Parse("2026-11-22T09:00:00+01:00", null) })
{
    private static readonly CancellationToken None = CancellationToken.None;

    // Nobody may count on an answer that is not understood: it keeps nothing.
    [Theory]
    [InlineData("channel", "hologram", "scan-with-consent")]
    [InlineData("purpose", "dance", "scan-without-consent")]
    [InlineData("answer", "perhaps", "scan-without-consent")]
    public async Task A_consent_counts_for_as_far_as_it_is_understood(string member, string name, string rule)
    {
        var order = await Consented(member, name);

        var kept = (await world.Get<RecordKinds>().Find(Kinds.Order)!.Find([order.Id], None)).Single();

        Assert.Equal(rule, kept.Parts[0].Retention.Rule);
        Assert.Equal(200, (await world.Ask<GetOrder>((function, request) => function.Run(request, $"{order.Id}", None))).StatusCode);
        Assert.Equal(200, (await world.Ask<ListOrders>((function, request) => function.Run(request, None))).StatusCode);
        Assert.Equal(201, (await world.Export(Make.Email)).StatusCode);
    }

    [Theory]
    [InlineData("channel", "2031-11-14")]
    [InlineData("answer", "2027-01-14")]
    public async Task Its_scan_goes_on_the_day_of_that_rule_once_it_has_been_looked_at(string member, string day)
    {
        var order = await Consented(member, "tomorrows");
        await world.Get<Reconciliation>().Run(None);

        world.MoveTo(Amsterdam.Date(day).AddDays(-1));
        Assert.Empty((await Sweep()).Destroyed);
        world.MoveTo(Amsterdam.Date(day));
        var night = await Sweep();

        Assert.Equal(1, night.Destroyed[Kinds.Scan]);
        Assert.True(night.Complete);
        Assert.Empty((await world.Get<OrderStore>().Find(order.Id, None))!.Scans);
    }

    [Fact]
    public async Task It_is_erased_on_request_and_left_as_it_is_written_until_then()
    {
        var order = await Consented("channel", "hologram");
        await world.Given.Change(order, found => found with { Client = found.Client with { Name = "Anna" } });
        var text = (await world.Storage.Rows(OrderStore.TableName)).Single(IsConsent).GetString("Consent");

        var report = await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", None);

        Assert.Contains("hologram", text, StringComparison.Ordinal);
        Assert.Equal(2, report.Destroyed.Count);
        Assert.Empty(await world.Storage.Rows(OrderStore.TableName));
    }

    [Fact]
    public async Task A_scan_in_a_format_of_tomorrow_has_none()
    {
        var order = await world.Given.OrderWithScan();
        await Change(row => row.RowKey.StartsWith("scan|", StringComparison.Ordinal), row => row["Format"] = "usdz");

        Assert.Null((await world.Get<OrderStore>().Find(order.Id, None))!.Scans[0].Facts!.Format);
        Assert.Equal(200, (await world.Ask<ListScans>((function, request) => function.Run(request, $"{order.Id}", None))).StatusCode);
    }

    private async Task<Order> Consented(string member, string name)
    {
        var order = await world.Given.OrderWithScan(agreed: found => found with { ShippedOn = world.Today, Consents = [Make.Consent(world.Now)] });
        await Change(IsConsent, row =>
        {
            var consent = JsonNode.Parse(row.GetString("Consent"))!;
            consent[member] = name;
            row["Consent"] = consent.ToJsonString();
        });
        return order;
    }

    private static bool IsConsent(TableEntity row) => row.RowKey.StartsWith("consent|", StringComparison.Ordinal);

    private async Task Change(Func<TableEntity, bool> which, Action<TableEntity> change)
    {
        var row = (await world.Storage.Rows(OrderStore.TableName)).Single(which);
        change(row);
        await world.Storage.Table(OrderStore.TableName).UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
    }

    private Task<Run> Sweep() => world.Get<Sweep>().Run("sweep", None);
}
