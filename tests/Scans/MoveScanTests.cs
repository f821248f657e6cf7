using WelWee3D.Tests.Contact;
using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.Scans;

public sealed class MoveScanTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task A_scan_filed_under_the_wrong_client_goes_to_the_right_one_whole_and_nothing_of_it_is_left()
    {
        var (wrong, right) = (await world.Given.OrderWithScan("wrong@example.nl", disks: ["SCHIJF-1"]), await world.Given.Order("right@example.nl"));
        var scan = wrong.Scans[0];

        var moved = await Read(await Move(scan.Id, new { orderId = $"{right.Id}", reason = "Verwisseld" }));

        var there = Assert.Single((await world.Get<OrderStore>().Find(right.Id, default))!.Scans);
        Assert.Equal(($"{right.Id}", $"{there.Id}"), (Text(moved, "orderId"), Text(moved, "id")));
        Assert.Equal((scan.FileName, scan.ScannedOn, scan.Facts!.Sha256), (there.FileName, there.ScannedOn, there.Facts!.Sha256));
        Assert.Equal(scan.Copies, there.Copies);
        var file = await world.Storage.Scans.GetBlobClient($"{right.Id}/{there.BlobName}").DownloadContentAsync();
        Assert.Equal(Make.File, file.Value.Content.ToArray());

        // Who lost the answer asks again.
        Assert.Equal(moved.GetRawText(), (await Read(await Move(scan.Id, new { orderId = $"{right.Id}", reason = "Verwisseld" }))).GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, (await Move(scan.Id, new { orderId = $"{wrong.Id}", reason = "Verwisseld" })).StatusCode);

        var left = (await world.Get<OrderStore>().Find(wrong.Id, default))!;
        Assert.Empty(left.Scans);
        Assert.Equal("Verwisseld", Assert.Single(left.History).Reason);
        Assert.Empty(await world.Storage.BlobNames($"{wrong.Id}/"));
        var why = await new PrivacyOfficer(http).Why(Kinds.Scan, scan.Id);
        Assert.Equal("scan-moved", why.GetProperty("why").GetProperty("rule").GetString());
        Assert.True(why.GetProperty("certificate").GetInt32() > 0);
    }

    [Fact]
    public async Task Whoever_was_given_it_goes_along_and_the_wrong_client_is_told_of_no_more()
    {
        var wrong = await world.Given.Disclosed(await world.Given.OrderWithScan(), "PRINTER");
        wrong = await world.Given.Disclosed(wrong, "KOERIER", ClientDetail.Address);
        var right = await world.Given.Order();

        using var moved = await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld" });

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var (there, left) = ((await world.Get<OrderStore>().Find(right.Id, default))!, (await world.Get<OrderStore>().Find(wrong.Id, default))!);
        Assert.Equal(["PRINTER", "KOERIER"], there.Disclosures.Select(each => each.Recipient));
        Assert.All(there.Disclosures, each => Assert.Equal((there.Scans[0].Id, 0), (Assert.Single(each.Scans), each.Details.Count)));
        var given = Assert.Single(left.Disclosures);
        Assert.Equal(("KOERIER", 0, ClientDetail.Address), (given.Recipient, given.Scans.Count, Assert.Single(given.Details)));
    }

    [Fact]
    public async Task Who_looked_at_it_is_told_to_the_client_whose_it_is_wherever_it_was_and_to_nobody_else()
    {
        var (first, second) = (await world.Given.OrderWithScan("looked.first@example.nl"), await world.Given.Order("looked.second@example.nl"));
        var right = await world.Given.OrderWithScan("looked.right@example.nl");
        var own = right.Scans[0].Id;
        await Look(first.Scans[0].Id, "Om te printen");
        await Look(own, "Om te meten");
        await Decide(first, second);
        Assert.Empty((await Looks(first)).OnPage);
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);
        var there = Assert.Single((await world.Get<OrderStore>().Find(second.Id, default))!.Scans).Id;
        await Look(there, "Om te vergelijken");

        var moved = Text(await Read(await Move(there, new { orderId = $"{right.Id}", reason = "Toch niet", again = true })), "id");

        Assert.All([await Looks(first), await Looks(second)], looks => Assert.Equal((0, 0), (looks.OnPage.Count, looks.InPackage.Count)));
        var told = await Looks(right);
        (string?, string)[] all = [(moved, "Om te printen"), (moved, "Om te vergelijken"), ($"{own}", "Om te meten")];
        Assert.Equal(all.Order(), told.OnPage.Order());
        Assert.Equal(all.Order(), told.InPackage.Order());
    }

    private async Task Look(Id scan, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/scans/{scan}/content");
        request.Headers.Add(StatedReason.Header, Uri.EscapeDataString(reason));
        using var answer = await http.Staff.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Of which scan a client is told that it was looked at, and why.</summary>
    private async Task<(IReadOnlyList<(string?, string)> OnPage, IReadOnlyList<(string?, string)> InPackage)> Looks(Order order)
    {
        var standing = (await world.Get<OrderStore>().Find(order.Id, default))!;
        var asked = await world.Get<ConsentsAsked>().Of(standing, "nl", default);
        var (writer, subjects) = (world.Get<PackageWriter>(), world.Get<OrderStore>().SubjectsOf(standing));
        using var file = new MemoryStream();
        await writer.Write(new ExportPackage(world.NewId(), subjects, await writer.Contents(subjects, default), ""), file, default);
        using var package = new OpenedPackage(file);
        return (
            [.. asked.Looks.Select(look => ($"{look.Scan}", look.Reason!))],
            [.. package.Rows("looks").Select(look => (Text(look, "scan"), Text(look, "reason")!))]);
    }

    [Fact]
    public async Task Whoever_was_given_it_must_fit_with_those_of_the_right_order_or_nothing_is_moved()
    {
        var (wrong, right) = (await world.Given.OrderWithScan(), await world.Given.Order());
        await world.Given.Change(wrong, order => order with { Disclosures = Many(order.Scans[0].Id, until: 20_000) });
        await world.Given.Change(right, order => order with { Disclosures = Many(world.NewId(), until: 20_000) });

        using var refused = await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld" });

        Assert.Equal((HttpStatusCode.Conflict, "orderId"), (refused.StatusCode, Assert.Single(await refused.Faults())));
        Assert.Null(Assert.Single((await world.Get<OrderStore>().Find(wrong.Id, default))!.Scans).MovedTo);
        // One that was decided before there were so many waits as it does for any other room.
        await Decide(wrong, right);
        Assert.Contains(
            (await world.Get<Sweep>().Run(Decider.Sweep, default)).Unfinished,
            each => each.What.Contains($"{wrong.Scans[0].Id}", StringComparison.Ordinal) && !each.Why.StartsWith(Unfinished.StorageAnswered, StringComparison.Ordinal));
        Assert.Single(await world.Storage.BlobNames($"{wrong.Id}/"));
        await world.Given.Change(right, order => order with { Disclosures = [] });
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);
        Assert.Single((await world.Get<OrderStore>().Find(right.Id, default))!.Scans);
    }

    private IReadOnlyList<Disclosure> Many(Id scan, int until)
    {
        var given = new List<Disclosure>();
        while (StoredJson.Write(given).Length < until)
            given.Add(new(world.NewId(), "PRINTER", "De drukker", "Beeldjes printen", [scan], [], world.Today, new(ScanFormat.Stl, 684, 150)));
        return given;
    }

    [Fact]
    public async Task It_moves_so_often_as_what_it_was_called_can_be_kept()
    {
        var (wrong, right) = (await world.Given.OrderWithScan(), await world.Given.Order());
        await world.Given.Change(wrong, order => order.With(order.Scans[0] with { FormerIds = [.. Enumerable.Range(0, ScanRules.MostMoves).Select(_ => world.NewId())] }));

        using var refused = await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld" });

        Assert.Equal((HttpStatusCode.Conflict, "id"), (refused.StatusCode, Assert.Single(await refused.Faults())));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("restricted")]
    [InlineData("no figurine")]
    public async Task A_move_that_was_decided_arrives_whatever_was_decided_about_the_right_order_since(string since)
    {
        var (wrong, right) = (await world.Given.OrderWithScan(), await world.Given.Order());
        await Decide(wrong, right);
        await world.Given.Change(right, order => since switch
        {
            "cancelled" => order with { CancelledOn = world.Today },
            "restricted" => order with { RestrictedOn = world.Today },
            _ => order with { Consents = [Make.Consent(world.Now) with { Purpose = Purpose.MakeFigurine, Answer = ConsentAnswer.No }] },
        });

        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);

        var there = Assert.Single((await world.Get<OrderStore>().Find(right.Id, default))!.Scans);
        Assert.Equal([$"{right.Id}/{there.BlobName}"], await world.Storage.BlobNames($"{right.Id}/"));
        Assert.Empty(await world.Storage.BlobNames($"{wrong.Id}/"));
    }

    [Theory]
    [InlineData("erased", "erasure")]
    [InlineData("erased under a hold", "erasure")]
    [InlineData("gone", "scan-destroyed-by-staff")]
    public async Task Where_there_is_nobody_to_bring_it_to_it_goes_and_is_not_said_to_have_moved(string since, string rule)
    {
        var (wrong, right) = (await world.Given.OrderWithScan(), await world.Given.Order(world.Given.NewAddress()));
        await Decide(wrong, right);
        if (since == "gone")
            await world.Given.Gone(right);
        else
        {
            if (since == "erased under a hold")
                await world.Given.Change(right, order => order with { Holds = [Make.Hold(world.Now, world.Today.AddYears(1))] });
            await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(right), "officer", default);
        }

        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);

        Assert.Empty(await world.Storage.BlobNames($"{wrong.Id}/"));
        Assert.Equal(rule, (await world.Get<RecordTrace>().Destroyed(new(Kinds.Scan, wrong.Scans[0].Id), default))!.Certificate!.Why.Rule);
    }

    [Fact]
    public async Task One_that_has_come_stays_under_the_hold_that_keeps_it_though_its_client_was_erased_before_the_rest_of_it_went()
    {
        var (wrong, right) = (await world.Given.OrderWithScan(disks: ["SCHIJF-1"]), await world.Given.Order(world.Given.NewAddress()));
        await Decide(wrong, right);
        await world.Given.Change(right, order => order with { Holds = [Make.Hold(world.Now, world.Today.AddYears(1))] });
        await world.Get<ScanMoves>().Arrive(wrong.Id, (await world.Get<OrderStore>().Find(wrong.Id, default))!.Scans[0], default);
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(right), "officer", default);

        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);

        var there = Assert.Single((await world.Get<OrderStore>().Find(right.Id, default))!.Scans);
        Assert.Equal([$"{right.Id}/{there.BlobName}"], await world.Storage.BlobNames($"{right.Id}/"));
        Assert.Equal("SCHIJF-1", Assert.Single(there.Copies).Disk);
        Assert.Empty(await world.Storage.BlobNames($"{wrong.Id}/"));
        Assert.DoesNotContain(await world.Get<DestructionTasks>().All(default), task => task.Scan == wrong.Scans[0].Id);
        Assert.Equal("scan-moved", (await world.Get<RecordTrace>().Destroyed(new(Kinds.Scan, wrong.Scans[0].Id), default))!.Certificate!.Why.Rule);
    }

    [Theory]
    [InlineData("erased", true)]
    [InlineData("gone", false)]
    public async Task The_copies_of_one_that_found_nobody_are_to_be_wiped_and_whoever_was_given_one_that_is_erased_is_told(string since, bool isTold)
    {
        var wrong = await world.Given.Disclosed(await world.Given.OrderWithScan(world.Given.NewAddress(), disks: ["SCHIJF-1"]), "PRINTER", ClientDetail.Address);
        var (scan, right) = (wrong.Scans[0], await world.Given.Order(world.Given.NewAddress()));
        await Decide(wrong, right);
        if (since == "gone")
            await world.Given.Gone(right);
        else
            await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(right), "officer", default);

        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);

        var task = Assert.Single(await world.Get<DestructionTasks>().All(default), task => task.Scan == scan.Id);
        Assert.Equal(("SCHIJF-1", false), (Assert.Single(task.Copies).Disk, task.Done));
        var line = (await world.Get<Ledger>().Find(task.Line, default))!;
        Assert.Equal((null, scan.Copies[0].LastingName()), (line.Certificate, Assert.Single(line.Line.Items[0].Disks)));
        Assert.Equal(isTold ? 1 : 0, await Told(wrong));
        Assert.Null((await world.Get<DestroyedScans>().Confirm(scan.Id, scan.Copies[0].Id, null, "piet", default)).Refusal);
        var certificate = (await world.Get<RecordTrace>().Destroyed(new(Kinds.Scan, scan.Id), default))!.Certificate!;
        Assert.Equal(scan.Copies[0].LastingName(), Assert.Single(certificate.Copies).Disk);
        // The client of the order that it stood at is told of nothing that was not hers.
        Assert.Empty(await world.Get<DestructionTasks>().About(world.Get<OrderStore>().SubjectsOf(wrong), default));
        var left = (await world.Get<OrderStore>().Find(wrong.Id, default))!;
        Assert.Equal((0, 0), (left.ProofsOwed.Count, Assert.Single(left.Disclosures).Scans.Count));
    }

    /// <summary>How many are told to erase one scan, and no more than that.</summary>
    private async Task<int> Told(Order order) => await world.Get<RecipientNotices>().OfOrder(order.Id, default).CountAsync(notice =>
        (notice.Cause, notice.Recipient, notice.Subjects.Count, notice.Given.Count) == (NoticeCause.Erasure, "PRINTER", 0, 1)
        && (notice.Given[0].Scans, notice.Given[0].Details.Count) == (1, 0));

    [Fact]
    public async Task Nothing_is_destroyed_while_the_right_order_is_full_and_that_is_told()
    {
        var (wrong, right) = (await world.Given.OrderWithScan(), await world.Given.Order());
        await Decide(wrong, right);
        await world.Given.Change(right, order => order with { Scans = [.. Enumerable.Range(0, OrderStore.MostScans).Select(_ => Make.Scan(world.Now))] });

        var run = await world.Get<Sweep>().Run(Decider.Sweep, default);
        Assert.Contains(run.Unfinished, each => each.What.Contains($"{wrong.Scans[0].Id}", StringComparison.Ordinal));
        Assert.Single(await world.Storage.BlobNames($"{wrong.Id}/"));
        await world.Given.Change(right, order => order with { Scans = [] });

        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);
        Assert.Single(await world.Storage.BlobNames($"{right.Id}/"));
        Assert.Empty(await world.Storage.BlobNames($"{wrong.Id}/"));
    }

    /// <summary>Decides a move that is not carried out yet, as when storage failed.</summary>
    private async Task Decide(Order wrong, Order right) => Assert.Null((await world.Get<OrderStore>().Change(
        wrong.Id, order => ScanRules.Move(order, wrong.Scans[0].Id, right.Id, Make.Act(world.Now)), destroysNow: true, default))!.Refusal);

    [Fact]
    public async Task It_is_in_the_package_of_the_right_client_alone()
    {
        var (wrong, right) = (await world.Given.OrderWithScan("package.wrong@example.nl"), await world.Given.Order("package.right@example.nl"));
        await Read(await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld" }));
        var writer = world.Get<PackageWriter>();

        Assert.Equal([wrong.Id], await writer.Contents(world.Get<OrderStore>().SubjectsOf(wrong), default));
        Assert.Equal(2, (await writer.Contents(world.Get<OrderStore>().SubjectsOf(right), default)).Count);
    }

    [Theory]
    [InlineData("held")]
    [InlineData("restricted since")]
    public async Task Nothing_about_the_wrong_client_keeps_the_body_of_another(string how)
    {
        var (wrong, right) = (await world.Given.OrderWithScan(), await world.Given.Order());
        if (how == "restricted since")
            await Decide(wrong, right);
        await world.Given.Change(wrong, order => how == "held"
            ? order with { Holds = [Make.Hold(world.Now, world.Today.AddYears(1))] }
            : order with { RestrictedOn = world.Today });

        if (how == "held")
            await Read(await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld" }));
        else
            Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);

        Assert.Single((await world.Get<OrderStore>().Find(right.Id, default))!.Scans);
        Assert.Empty((await world.Get<OrderStore>().Find(wrong.Id, default))!.Scans);
        Assert.Empty(await world.Storage.BlobNames($"{wrong.Id}/"));
    }

    [Fact]
    public async Task A_file_that_the_right_order_has_already_comes_twice_only_when_that_is_meant()
    {
        var (wrong, right) = (await world.Given.OrderWithScan(), await world.Given.OrderWithScan());

        using var told = await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld" });
        var before = (await world.Get<OrderStore>().Find(right.Id, default))!.Scans.Count;
        await Read(await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld", again = true }));

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Equal(["again"], await told.Faults());
        Assert.Equal((1, 2), (before, (await world.Get<OrderStore>().Find(right.Id, default))!.Scans.Count));
    }

    [Fact]
    public async Task What_would_be_destroyed_there_is_told_first()
    {
        var wrong = await world.Given.OrderWithScan(agreed: order => order with { OpenedOn = world.Today.AddYears(-1) });
        var right = await world.Given.Order(agreed: order => order with { OpenedOn = world.Today.AddYears(-1), ShippedOn = world.Today.AddMonths(-3) });
        await world.Given.Change(wrong, order => order.With(order.Scans[0] with { ScannedOn = world.Today.AddMonths(-4) }));

        using var told = await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld" });

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Equal(["destroysNow"], await told.Faults());
        Assert.Single((await world.Get<OrderStore>().Find(wrong.Id, default))!.Scans);
    }

    [Fact]
    public async Task So_is_an_order_that_stayed_for_the_scan_alone()
    {
        var (wrong, right) = (await world.Given.OrderKeptForItsScan(), await world.Given.Order());

        using var told = await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld" });
        var there = await world.Get<OrderStore>().Find(wrong.Id, default);
        await Read(await Move(wrong.Scans[0].Id, new { orderId = $"{right.Id}", reason = "Verwisseld", destroysNow = true }));

        Assert.Equal(["destroysNow"], await told.Faults());
        var order = Assert.Single(JsonSerializer.Deserialize<JsonElement>(await told.Content.ReadAsStringAsync()).GetProperty("wouldDestroy").EnumerateArray());
        Assert.Equal(("order", $"{wrong.Id}"), (order.GetProperty("kind").GetString(), order.GetProperty("id").GetString()));
        Assert.Single(there!.Scans);
        Assert.Empty((await world.Get<OrderStore>().Find(wrong.Id, default))!.Scans);
    }

    [Fact]
    public async Task It_goes_to_another_order_that_is_there_and_takes_scans()
    {
        var wrong = await world.Given.OrderWithScan();
        var cancelled = await world.Given.Order(agreed: order => order with { CancelledOn = world.Today });
        var scan = wrong.Scans[0].Id;

        using var itself = await Move(scan, new { orderId = $"{wrong.Id}", reason = "Verwisseld" });
        using var nowhere = await Move(scan, new { orderId = $"{world.NewId()}", reason = "Verwisseld" });
        using var refusing = await Move(scan, new { orderId = $"{cancelled.Id}", reason = "Verwisseld" });
        using var why = await Move(scan, new { orderId = $"{cancelled.Id}" });

        Assert.Equal(["orderId"], await itself.Faults());
        Assert.Equal(["orderId"], await nowhere.Faults());
        Assert.Equal(HttpStatusCode.Conflict, refusing.StatusCode);
        Assert.Equal(["reason"], await why.Faults());
    }

    private Task<HttpResponseMessage> Move(Id scan, object body) => http.Staff.PostAsJsonAsync($"api/scans/{scan}/move", body);

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"It answered {(int)answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
