using System.Text.Json;

namespace WelWee3D.Tests.PrivacyRequests;

public sealed class EraseSubjectTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    private readonly PrivacyOfficer officer = new(http);

    [Fact]
    public async Task A_preview_tells_what_would_go_and_what_a_hold_keeps_and_changes_nothing()
    {
        const string email = "preview@example.nl";
        var message = await world.Given.Message(email);
        var (goes, held) = (await world.Given.OrderWithScan(email), await world.Given.OrderWithScan(email, agreed: Held));
        var before = await Stored(message, goes, held);

        var report = await Erase(new { email, preview = true });

        Assert.Equal(
            PrivacyOfficer.Items((Kinds.Message, message.Id), (Kinds.Order, goes.Id), (Kinds.Scan, goes.Scans[0].Id)),
            PrivacyOfficer.Items(report.GetProperty("destroyed")));
        Assert.Equal(
            PrivacyOfficer.Items((Kinds.Order, held.Id), (Kinds.Scan, held.Scans[0].Id)),
            PrivacyOfficer.Items(report.GetProperty("suspended")));
        Assert.Equal(before, await Stored(message, goes, held));
    }

    [Fact]
    public async Task Messages_orders_scans_and_uploads_are_destroyed_with_certificates_and_leave_no_row()
    {
        const string email = "everything@example.nl";
        var message = await world.Given.Message(email, world.Today.AddYears(-2), phone: "06 40000000");
        var order = await world.Given.OrderWithScan(email, agreed: found => found with { ShippedOn = found.OpenedOn });
        var upload = await world.Get<UploadStore>().Create(order, new(order.Id, "buik.stl", null, "header"), 684, default);
        (string, Id)[] all = [(Kinds.Message, message.Id), (Kinds.Order, order.Id), (Kinds.Scan, order.Scans[0].Id), (Kinds.Upload, upload.Id)];

        var report = await Erase(new { email });

        Assert.Equal(PrivacyOfficer.Items(all), PrivacyOfficer.Items(report.GetProperty("destroyed")));
        Assert.Empty(report.GetProperty("suspended").EnumerateArray());
        foreach (var (kind, id) in all)
        {
            Assert.Equal((kind, "erasure"), (kind, await CertifiedRule(kind, id)));
            foreach (var table in StorageSetup.RecordTables)
                Assert.Empty(await world.Storage.RowKeys(table, $"{id}"));
        }
        Assert.False(await world.Storage.Scans.GetBlobClient($"{order.Id}/{order.Scans[0].BlobName}").ExistsAsync());
    }

    [Theory]
    [InlineData("06 40000001", "+31 6 40000001")]
    [InlineData("+31 (0)6 4000 0002", "0640000002")]
    [InlineData("0031640000003", "06-40000003")]
    public async Task A_phone_number_finds_all_however_it_is_written(string stored, string asked)
    {
        var message = await world.Given.Message($"{Id.New(world.Now)}@example.nl", phone: stored);
        var order = await world.Given.OrderWithScan($"{Id.New(world.Now)}@example.nl", phone: stored);

        await Erase(new { phone = asked });

        Assert.False(await officer.IsKept(Kinds.Message, message.Id));
        Assert.False(await officer.IsKept(Kinds.Order, order.Id));
        Assert.False(await officer.IsKept(Kinds.Scan, order.Scans[0].Id));
    }

    [Fact]
    public async Task Who_gives_mail_address_and_phone_is_erased_by_both_and_somebody_else_is_not()
    {
        var byMail = await world.Given.Message("Both@Example.nl", world.Today);
        var byPhone = await world.Given.Message("both.other@example.nl", phone: "06 40000004");
        var others = await world.Given.Message("somebody.else@example.nl", phone: "06 40000005");

        await Erase(new { email = " both@example.nl", phone = "+31640000004" });

        Assert.False(await officer.IsKept(Kinds.Message, byMail.Id));
        Assert.False(await officer.IsKept(Kinds.Message, byPhone.Id));
        Assert.True(await officer.IsKept(Kinds.Message, others.Id));
    }

    [Fact]
    public async Task An_address_that_an_order_no_longer_has_does_not_lead_to_it()
    {
        var order = await world.Given.OrderWithScan("former@example.nl");
        await world.Get<OrderStore>().Change(order.Id, found => found with { Client = found.Client with { Email = "present@example.nl" } }, default);
        // As it is left when whoever changed the address died before the last step.
        await world.Get<SubjectIndex>().Add(
            [world.Get<SubjectKeys>().OfEmail("former@example.nl")], new(Kinds.Order, order.Id), default);

        var report = await Erase(new { email = "former@example.nl" });

        Assert.Empty(report.GetProperty("destroyed").EnumerateArray());
        Assert.True(await officer.IsKept(Kinds.Order, order.Id));
    }

    [Fact]
    public async Task What_is_held_stays_until_the_first_sweep_after_the_hold()
    {
        const string email = "held@example.nl";
        var order = await world.Given.OrderWithScan(email, agreed: Held);
        var scan = order.Scans[0].Id;

        var report = await Erase(new { email });
        await officer.Sweep();
        var why = await officer.Why(Kinds.Scan, scan);
        using var lifted = await officer.Ask(HttpMethod.Delete, $"orders/{order.Id}/holds/{order.Holds[0].Id}", role: "staff");
        await officer.Sweep();

        Assert.Empty(report.GetProperty("destroyed").EnumerateArray());
        Assert.Equal(PrivacyOfficer.Items((Kinds.Order, order.Id), (Kinds.Scan, scan)), PrivacyOfficer.Items(report.GetProperty("suspended")));
        Assert.Equal(("erasure", order.Holds[0].Until.AddDays(1).Iso()), (why.GetProperty("rule").GetString(), why.GetProperty("dueOn").GetString()));
        Assert.Equal(["hold"], PrivacyOfficer.SuspendedBy(why));
        Assert.Equal("erasure", await CertifiedRule(Kinds.Scan, scan));
        Assert.Equal("erasure", await CertifiedRule(Kinds.Order, order.Id));
    }

    [Fact]
    public async Task To_ask_again_changes_nothing()
    {
        const string email = "twice@example.nl";
        var message = await world.Given.Message(email);
        var held = await world.Given.OrderWithScan(email, agreed: Held);
        var first = await Erase(new { email });
        var (stored, proof) = (await Stored(held), await officer.Why(Kinds.Message, message.Id));

        var second = await Erase(new { email });

        Assert.Equal([$"message {message.Id}"], PrivacyOfficer.Items(first.GetProperty("destroyed")));
        Assert.Empty(second.GetProperty("destroyed").EnumerateArray());
        Assert.Equal(first.GetProperty("suspended").GetRawText(), second.GetProperty("suspended").GetRawText());
        Assert.Equal(stored, await Stored(held));
        Assert.Equal(proof.GetRawText(), (await officer.Why(Kinds.Message, message.Id)).GetRawText());
    }

    [Fact]
    public async Task A_restriction_does_not_keep_what_is_to_be_erased()
    {
        const string email = "restricted.first@example.nl";
        var message = await world.Given.Message(email);
        var order = await world.Given.OrderWithScan(email);
        await officer.Post("subjects/restrict", new { email });

        var preview = await Erase(new { email, preview = true });
        var report = await Erase(new { email });

        Assert.Empty(preview.GetProperty("suspended").EnumerateArray());
        Assert.Equal(PrivacyOfficer.Items(preview.GetProperty("destroyed")), PrivacyOfficer.Items(report.GetProperty("destroyed")));
        Assert.False(await officer.IsKept(Kinds.Message, message.Id));
        Assert.False(await officer.IsKept(Kinds.Order, order.Id));
        Assert.False(await officer.IsKept(Kinds.Scan, order.Scans[0].Id));
    }

    [Fact]
    public async Task A_scan_with_a_copy_on_disk_is_gone_but_certified_only_when_that_is_destroyed()
    {
        const string email = "on.disk@example.nl";
        var order = await world.Given.OrderWithScan(email, disks: ["SCHIJF-3"]);
        var scan = order.Scans[0];

        await Erase(new { email });
        var waiting = await officer.Why(Kinds.Scan, scan.Id);
        using var confirmed = await officer.Ask(
            HttpMethod.Post, $"scans/{scan.Id}/copies/{scan.Copies[0].Id}/destroyed", "{}", role: "staff");

        Assert.Equal((false, false), (waiting.GetProperty("kept").GetBoolean(), waiting.TryGetProperty("certificate", out _)));
        Assert.Equal("erasure", await CertifiedRule(Kinds.Scan, scan.Id));
    }

    private Order Held(Order order) => order with { Holds = [Make.Hold(world.Now, world.Today.AddYears(2))] };

    private Task<JsonElement> Erase(object body) => officer.Post("subjects/erase", body);

    /// <summary>The rule by which a record was destroyed, as its certificate tells.</summary>
    private async Task<string?> CertifiedRule(string kind, Id id)
    {
        var why = await officer.Why(kind, id);
        Assert.False(why.GetProperty("kept").GetBoolean());
        Assert.True(why.GetProperty("certificate").GetInt32() > 0);
        return why.GetProperty("why").GetProperty("rule").GetString();
    }

    private async Task<string> Stored(ContactMessage message, params Order[] orders) =>
        $"{await world.Get<ContactMessages>().Find(message.Id, default)}\n{await Stored(orders)}";

    private async Task<string> Stored(params Order[] orders) =>
        JsonSerializer.Serialize(await Task.WhenAll(orders.Select(order => world.Get<OrderStore>().Find(order.Id, default))));
}
