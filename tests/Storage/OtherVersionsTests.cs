using System.Text.Json.Nodes;

namespace WelWee3D.Tests.Storage;

/// <summary>
/// What later and earlier versions stored: it is read, and it goes. A later version writes all that this one does, and what
/// this one does not know.
/// </summary>
public sealed class OtherVersionsTests(FilledStorage today) : LivedWorld, IClassFixture<FilledStorage>
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Days => [.. KeptRows.Days];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task What_was_kept_goes(string day)
    {
        var kept = KeptRows.Read(day);
        await kept.PutInto(world);

        await AllOfItGoes(kept);
    }

    [Fact]
    public async Task What_is_read_of_tomorrows_rows_is_the_same()
    {
        await using var tomorrow = await World.Start();
        await today.Kept.PutInto(world);
        await today.Kept.AsOfTomorrow().PutInto(tomorrow);

        var read = await ReadBack.Of(world);

        Assert.True(read.Count > 50);
        Assert.Equal(read, await ReadBack.Of(tomorrow));
    }

    [Fact]
    public async Task Tomorrows_rows_go_too()
    {
        var kept = today.Kept.AsOfTomorrow();
        await kept.PutInto(world);

        await AllOfItGoes(kept);
    }

    [Fact]
    public async Task Whoever_asks_about_tomorrows_rows_is_answered()
    {
        await today.Kept.AsOfTomorrow().PutInto(world);
        var order = await world.Get<OrderStore>().All(None).FirstAsync(order => order.Consents.Count > 0);
        var destroyed = (await world.Get<Ledger>().All(None).FirstAsync()).Line;

        await Answers<ListDue>((function, request) => function.Run(request, None), "?until=2040-01-01");
        await Answers<ListRuns>((function, request) => function.Run(request, None));
        await Answers<ListCertificates>((function, request) => function.Run(request, None));
        await Answers<VerifyCertificates>((function, request) => function.Run(request, None));
        await Answers<GetCertificate>((function, request) => function.Run(request, 4, None));
        await Answers<GetCertificate>((function, request) => function.Run(request, 4, None), accept: "text/html");
        await Answers<ExplainRecord>((function, request) => function.Run(request, destroyed.Kind, $"{destroyed.Items[0].Id}", None));
        foreach (var row in await world.DueRows())
            await Answers<ExplainRecord>((function, request) => function.Run(request, row.Item.Kind, $"{row.Item.Id}", None));
        await Answers<ListOrders>((function, request) => function.Run(request, None));
        await Answers<GetOrder>((function, request) => function.Run(request, $"{order.Id}", None));
        await Answers<ListScans>((function, request) => function.Run(request, $"{order.Id}", None));
        await Answers<ListDestructionTasks>((function, request) => function.Run(request, None));
        await Answers<EraseSubject>((function, request) => function.Run(request, None), json: new { email = order.Client.Email });
        await Answers<RestrictSubject>((function, request) => function.Run(request, None), json: new { email = order.Client.Email });
        await Answers<ExportSubject>((function, request) => function.Run(request, None), json: new { email = order.Client.Email }, status: 201);
        await Answers<ReplayLedger>((function, request) => function.Run(request, None));
    }

    [Fact]
    public async Task What_earlier_versions_did_not_write_is_its_default()
    {
        var kept = WithoutWhatIsNewer(KeptRows.Read(First));
        await kept.PutInto(world);

        var order = await world.Get<OrderStore>().All(None).FirstAsync(order => order.Consents.Count > 0);
        var line = await world.Get<Ledger>().All(None).FirstAsync();
        var certificate = (await world.Get<Certificates>().Find(4, None))!.Read();
        var run = await world.Get<RunLog>().NewestFirst(null, 10, None).FirstAsync();
        var open = await world.Get<DueIndex>().Until(DateOnly.MaxValue, None).SelectMany(page => page.Open).SingleAsync();
        var upload = await world.Get<UploadStore>().All(None).SingleAsync();

        Assert.Equal(Decider.Sweep, open.DecidedBy);
        Assert.Equal((null, "", ""), (order.Consents[0].Channel, order.Consents[0].TextVersion, order.Consents[0].RecordedBy));
        Assert.Empty(order.Scans[0].Copies);
        Assert.Empty(order.Scans[0].Facts!.Warnings);
        Assert.Equal((null, "mm"), (order.Client.Address, order.Scans[0].Facts!.Unit));
        Assert.Equal((0, 0, 0), (line.Line.Items[0].Subjects.Count, line.Line.Items[0].Disks.Count, line.Line.Items[0].Files.Count));
        Assert.Equal((null, ""), (line.Line.Items[0].Within, line.Line.DecidedBy));
        Assert.Empty(line.Line.Why.SuspendedBy);
        Assert.Empty(certificate.Copies);
        Assert.Equal((0, 0, 0), (run.Destroyed.Count, run.Repaired.Count, run.Unfinished.Count));
        Assert.Empty(upload.Subjects);
        await AllOfItGoes(kept);
    }

    private static KeptRows WithoutWhatIsNewer(KeptRows kept) => kept
        .Without(DueIndex.TableName, "DecidedBy")
        .Without(OrderStore.TableName, "Address", "Copies", "Destroying", "Format", "Triangles", "Vertices", "Bounds", "Unit", "Warnings")
        .Without(UploadStore.TableName, "Subjects", "Attempt", "AttemptFrom", "AttemptCounts", "LockedUntil", "IsComplete")
        .Without(Letters.TableName, "Failures", "IsSent")
        .Without(StalledOrders.TableName, "AskedOn")
        .With(OrderStore.TableName, "Consent", consent => Remove(consent, "channel", "textVersion", "recordedBy"))
        .With(RunLog.TableName, "Run", run => Remove(run, "destroyed", "repaired", "unfinished", "spared", "tidied", "openTasks"))
        .With(Ledger.TableName, "Line", line =>
        {
            Remove(line, "decidedBy");
            Remove(line["why"]!, "suspendedBy", "dueOn");
            foreach (var item in line["items"]!.AsArray())
                Remove(item!, line["kind"]!.GetValue<string>() == Kinds.Scan ? ["subjects", "files", "disks"] : ["within", "subjects", "files", "disks"]);
        })
        .With(Certificates.TableName, "Text", certificate =>
        {
            Remove(certificate, "copies", "recoveryClosesOn");
            foreach (var item in certificate["items"]!.AsArray())
                Remove(item!, "within", "files");
        })
        .Sealed();

    private static void Remove(JsonNode json, params string[] members)
    {
        foreach (var member in members)
            json.AsObject().Remove(member);
    }

    private async Task Answers<TFunction>(
        Func<TFunction, HttpRequest, Task<IResult>> function, string query = "", string accept = "*/*", object? json = null, int status = 200)
    {
        var answer = await world.Ask(function, json, request =>
        {
            request.QueryString = new(query);
            request.Headers.Accept = accept;
            request.Headers["Reason"] = "Een verzoek";
        });
        Assert.Equal((typeof(TFunction).Name, status), (typeof(TFunction).Name, answer.StatusCode));
    }
}
