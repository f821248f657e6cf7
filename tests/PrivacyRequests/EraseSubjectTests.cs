using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.PrivacyRequests;

public sealed class EraseSubjectTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    private readonly PrivacyOfficer officer = new(http);

    [Fact]
    public async Task The_first_call_tells_what_would_go_and_by_what_it_was_found_and_changes_nothing()
    {
        const string email = "preview@example.nl";
        var message = await world.Given.Message(email);
        var (goes, held) = (await world.Given.OrderWithScan(email), await world.Given.OrderWithScan(email, agreed: Held));
        var before = await Stored(message, goes, held);

        var shown = await officer.Post("subjects/erase", new { email });

        Assert.Equal(
            PrivacyOfficer.Items(
                (Kinds.Message, message.Id), (Kinds.Order, goes.Id), (Kinds.Scan, goes.Scans[0].Id),
                (Kinds.Order, held.Id), (Kinds.Scan, held.Scans[0].Id)),
            PrivacyOfficer.Items(shown.GetProperty("found")));
        Assert.All(shown.GetProperty("found").EnumerateArray(), item => Assert.Equal("email", Assert.Single(item.GetProperty("by").EnumerateArray()).GetString()));
        Assert.Empty(shown.GetProperty("apart").EnumerateArray());
        Assert.Equal(before, await Stored(message, goes, held));
    }

    [Fact]
    public async Task What_one_of_two_values_leads_to_is_told_apart_and_goes_only_when_it_is_named()
    {
        var (email, phone) = ("both@example.nl", "06 40000004");
        var both = await world.Given.Message("Both@Example.nl", phone: phone);
        var byMail = await world.Given.OrderWithScan(email);
        var byPhone = await world.Given.Message("both.other@example.nl", phone: phone);

        var shown = await officer.Post("subjects/erase", new { email = " both@example.nl", phone = "+31640000004" });
        var (unnamed, _) = await Erase(new { email, phone });
        var isLeft = (await officer.IsKept(Kinds.Order, byMail.Id), await officer.IsKept(Kinds.Message, byPhone.Id));
        var (named, _) = await Erase(new { email, phone, named = new[] { $"{byMail.Id}" } });

        Assert.Equal(PrivacyOfficer.Items((Kinds.Message, both.Id)), PrivacyOfficer.Items(shown.GetProperty("found")));
        Assert.Equal(
            PrivacyOfficer.Items((Kinds.Order, byMail.Id), (Kinds.Scan, byMail.Scans[0].Id), (Kinds.Message, byPhone.Id)),
            PrivacyOfficer.Items(shown.GetProperty("apart")));
        Assert.Equal(PrivacyOfficer.Items((Kinds.Message, both.Id)), PrivacyOfficer.Items(unnamed.GetProperty("destroyed")));
        Assert.Equal((true, true), isLeft);
        Assert.Equal(
            PrivacyOfficer.Items((Kinds.Order, byMail.Id), (Kinds.Scan, byMail.Scans[0].Id)), PrivacyOfficer.Items(named.GetProperty("destroyed")));
        Assert.True(await officer.IsKept(Kinds.Message, byPhone.Id));
    }

    [Fact]
    public async Task A_number_that_several_people_share_leads_to_nobody_by_itself()
    {
        const string phone = "06 40000007";
        var one = await world.Given.Message("one.of.them@example.nl", phone: phone);
        await world.Given.Message("other.of.them@example.nl", phone: phone);

        var shown = await officer.Post("subjects/erase", new { phone });
        var (named, _) = await Erase(new { phone, named = new[] { $"{one.Id}" } });

        Assert.Empty(shown.GetProperty("found").EnumerateArray());
        Assert.Equal(2, shown.GetProperty("apart").GetArrayLength());
        Assert.Equal(PrivacyOfficer.Items((Kinds.Message, one.Id)), PrivacyOfficer.Items(named.GetProperty("destroyed")));
    }

    [Fact]
    public async Task A_token_is_good_for_a_quarter_of_an_hour_for_one_account_and_for_what_was_shown()
    {
        const string email = "token@example.nl";
        var shown = await world.Given.Message(email);
        var token = (await officer.Post("subjects/erase", new { email })).GetProperty("token").GetString()!;
        var later = await world.Given.Message(email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Bring($"{token[..^2]}xx"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Bring("nonsense"));
        await officer.Post("subjects/erase", new { token });
        Assert.False(await officer.IsKept(Kinds.Message, shown.Id));
        Assert.True(await officer.IsKept(Kinds.Message, later.Id));

        token = (await officer.Post("subjects/erase", new { email })).GetProperty("token").GetString()!;
        world.Wait(TimeSpan.FromMinutes(15.1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Bring(token));
        Assert.True(await officer.IsKept(Kinds.Message, later.Id));
    }

    [Fact]
    public async Task What_is_named_and_not_theirs_is_refused()
    {
        var others = await world.Given.Message("not.theirs@example.nl");
        using var answer = await officer.Ask(
            HttpMethod.Post, "subjects/erase", JsonSerializer.Serialize(new { email = "nobody.here@example.nl", named = new[] { $"{others.Id}" } }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["named"], await answer.Faults());
    }

    [Fact]
    public async Task Messages_orders_scans_and_uploads_are_destroyed_with_certificates_and_leave_no_row()
    {
        const string email = "everything@example.nl";
        var message = await world.Given.Message(email, world.Today.AddYears(-2), phone: "06 40000000");
        var order = await world.Given.OrderWithScan(email, agreed: found => found with { ShippedOn = found.OpenedOn });
        var upload = await world.Given.Upload(order, new UploadMetadata(order.Id, "buik.stl", null, "header"), 684);
        (string, Id)[] all = [(Kinds.Message, message.Id), (Kinds.Order, order.Id), (Kinds.Scan, order.Scans[0].Id), (Kinds.Upload, upload.Id)];

        var (report, _) = await Erase(new { email });

        Assert.Equal(PrivacyOfficer.Items(all), PrivacyOfficer.Items(report.GetProperty("destroyed")));
        Assert.Empty(report.GetProperty("suspended").EnumerateArray());
        // That her letter went out is remembered for an hour, so that it does not go out twice.
        world.Wait(TimeSpan.FromHours(1.1));
        await world.Function<SendLetters>().Run(new(), default);
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
        var email = $"{Id.New(world.Now)}@example.nl";
        var message = await world.Given.Message(email, phone: stored);
        var order = await world.Given.OrderWithScan(email, phone: stored);

        await Erase(new { phone = asked });

        Assert.False(await officer.IsKept(Kinds.Message, message.Id));
        Assert.False(await officer.IsKept(Kinds.Order, order.Id));
        Assert.False(await officer.IsKept(Kinds.Scan, order.Scans[0].Id));
    }

    [Fact]
    public async Task An_address_that_an_order_no_longer_has_does_not_lead_to_it()
    {
        var order = await world.Given.OrderWithScan("former@example.nl");
        await world.Get<OrderStore>().Change(order.Id, found => found with { Client = found.Client with { Email = "present@example.nl" } }, default);
        // As it is left when whoever changed the address died before the last step.
        await world.Get<SubjectIndex>().Add(
            [world.Get<SubjectKeys>().OfEmail("former@example.nl")], new(Kinds.Order, order.Id), default);

        var (report, _) = await Erase(new { email = "former@example.nl" });

        Assert.Empty(report.GetProperty("destroyed").EnumerateArray());
        Assert.True(await officer.IsKept(Kinds.Order, order.Id));
    }

    [Fact]
    public async Task What_is_held_stays_until_the_first_sweep_after_the_hold()
    {
        const string email = "held@example.nl";
        var order = await world.Given.OrderWithScan(email, agreed: Held);
        var scan = order.Scans[0].Id;

        var (report, _) = await Erase(new { email });
        await officer.Sweep();
        var why = await officer.Why(Kinds.Scan, scan);
        using var lifted = await officer.Ask(HttpMethod.Delete, $"orders/{order.Id}/holds/{order.Holds[0].Id}", """{"destroysNow":true}""", role: "staff");
        await officer.Sweep();
        await world.Function<SendLetters>().Run(new(), default);
        await officer.Sweep();

        Assert.Empty(report.GetProperty("destroyed").EnumerateArray());
        Assert.Equal(PrivacyOfficer.Items((Kinds.Order, order.Id), (Kinds.Scan, scan)), PrivacyOfficer.Items(report.GetProperty("suspended")));
        Assert.Equal(("erasure", order.Holds[0].Until.AddDays(1).Iso()), (why.GetProperty("rule").GetString(), why.GetProperty("dueOn").GetString()));
        Assert.Equal(["hold"], PrivacyOfficer.SuspendedBy(why));
        Assert.Equal("erasure", await CertifiedRule(Kinds.Scan, scan));
        Assert.Equal("erasure", await CertifiedRule(Kinds.Order, order.Id));
    }

    [Fact]
    public async Task A_copy_that_still_lies_on_a_disk_under_the_name_of_its_file_is_told_after_it_and_when_asked_again()
    {
        const string email = "disk@example.nl";
        await world.Given.OrderWithScan(email, disks: ["SCHIJF-1"]);

        var (erased, before) = await Erase(new { email });
        var again = await officer.Post("subjects/erase", new { email });

        Assert.Empty(before.GetProperty("copiesToDestroy").EnumerateArray());
        Assert.All([erased, again], answer => Assert.Equal(
            "buik.stl", Assert.Single(answer.GetProperty("copiesToDestroy").EnumerateArray()).GetProperty("copies")[0].GetProperty("fileName").GetString()));
    }

    [Fact]
    public async Task A_copy_of_a_scan_that_only_a_shared_number_leads_to_is_told_only_when_its_order_is_named()
    {
        const string phone = "06 40000017";
        var held = await world.Given.OrderWithScan("disk.one@example.nl", phone: phone, agreed: Held, disks: ["SCHIJF-1"]);
        await world.Given.Change(held, order => order with { Holds = [] });
        using var gone = await officer.Ask(
            HttpMethod.Post, $"scans/{held.Scans[0].Id}/destroy", """{"reason":"Vergissing","destroysNow":true}""", role: "staff");
        var alone = await officer.Post("subjects/erase", new { phone });
        await world.Given.Message("disk.two@example.nl", phone: phone);

        var shared = await officer.Post("subjects/erase", new { phone });
        var named = await officer.Post("subjects/erase", new { phone, named = new[] { $"{held.Id}" } });

        Assert.Equal(
            [1, 0, 1], new[] { alone, shared, named }.Select(answer => answer.GetProperty("copiesToDestroy").GetArrayLength()));
    }

    [Fact]
    public async Task The_token_of_whoever_was_written_to_by_thousands_can_be_brought()
    {
        var token = new { token = new string('x', 1024 * 1024) };

        using var answer = await http.Officer.PostAsJsonAsync("api/subjects/erase", token);

        Assert.Equal(["token"], await answer.Faults());
    }

    [Fact]
    public async Task What_came_to_belong_to_a_record_since_it_was_shown_is_shown_first()
    {
        const string email = "since@example.nl";
        var order = await world.Given.OrderWithScan(email);
        var token = (await officer.Post("subjects/erase", new { email })).GetProperty("token").GetString()!;
        await world.Given.Scan(order);

        var refused = await Bring(token);
        var scans = (await world.Get<OrderStore>().Find(order.Id, default))!.Scans;
        await Erase(new { email });

        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.Equal([false, false], scans.Select(scan => scan.Destroying));
        Assert.False(await officer.IsKept(Kinds.Order, order.Id));
    }

    [Fact]
    public async Task To_ask_again_changes_nothing()
    {
        const string email = "twice@example.nl";
        var message = await world.Given.Message(email);
        var held = await world.Given.OrderWithScan(email, agreed: Held);
        var (first, _) = await Erase(new { email });
        var (stored, proof) = (await Stored(held), await officer.Why(Kinds.Message, message.Id));

        var (second, _) = await Erase(new { email });

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

        var (report, shown) = await Erase(new { email });

        Assert.Equal(PrivacyOfficer.Items(shown.GetProperty("found")), PrivacyOfficer.Items(report.GetProperty("destroyed")));
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

    private Task<(JsonElement Report, JsonElement Shown)> Erase(object body) => officer.Erase(body);

    private async Task<HttpStatusCode> Bring(string token)
    {
        using var answer = await officer.Ask(HttpMethod.Post, "subjects/erase", JsonSerializer.Serialize(new { token }));
        return answer.StatusCode;
    }

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
