using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Exports;

public sealed class ExportSubjectTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task Everything_about_a_person_is_in_it_and_nothing_of_others()
    {
        var message = await world.Given.Message("wies@voorbeeld.nl", phone: "06 99887701");
        await world.Given.Message("other@voorbeeld.nl");
        var order = await NewOrder("wies@voorbeeld.nl");

        using var package = await Fetch(await Export(new { email = " Wies@Voorbeeld.nl" }));

        var exported = Assert.Single(package.Rows("messages"));
        Assert.Equal((message.Name, message.Message), (exported.GetProperty("name").GetString(), exported.GetProperty("message").GetString()));
        Assert.Equal(message.Due.On.Iso(), exported.GetProperty("retention").GetProperty("deadline").GetString());
        Assert.Equal($"{order.Id}", Assert.Single(package.Rows("orders")).GetProperty("id").GetString());
        var consent = Assert.Single(package.Rows("consents"));
        Assert.Equal(($"{order.Id}", "yes"), (consent.GetProperty("orderId").GetString(), consent.GetProperty("answer").GetString()));
        var file = Assert.Single(package.Rows("scans")).GetProperty("file").GetString()!;
        Assert.EndsWith("/buik.stl", file, StringComparison.Ordinal);
        Assert.Equal(Make.File, package.Bytes(file));
    }

    [Fact]
    public async Task A_phone_number_finds_the_same_person_however_it_is_written()
    {
        var message = await world.Given.Message("fenna@voorbeeld.nl", phone: "+31 6 99887702");

        using var package = await Fetch(await Export(new { phone = "06-99887702" }));

        Assert.Equal($"{message.Id}", Assert.Single(package.Rows("messages")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_scan_whose_file_never_came_is_told_without_one()
    {
        await NewOrder("pien@voorbeeld.nl", file: []);

        using var package = await Fetch(await Export(new { email = "pien@voorbeeld.nl" }));

        Assert.Equal(JsonValueKind.Null, Assert.Single(package.Rows("scans")).GetProperty("file").ValueKind);
        Assert.DoesNotContain(package.Entries, entry => entry.FullName.StartsWith("scans/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_link_is_for_whoever_has_it_and_nobody_else()
    {
        await world.Given.Message("tess@voorbeeld.nl");
        var link = await Export(new { email = "tess@voorbeeld.nl" });
        var guessed = link[..^1] + (link[^1] == '0' ? '1' : '0');

        using var fetched = await http.Anyone.GetAsync(link);
        using var refused = await http.Anyone.GetAsync(guessed);

        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
        Assert.Equal(("application/zip", "no-store"), (fetched.Content.Headers.ContentType?.MediaType, $"{fetched.Headers.CacheControl}"));
        Assert.Equal("no-referrer", Assert.Single(fetched.Headers.GetValues("Referrer-Policy")));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData(7, HttpStatusCode.OK)]
    [InlineData(8, HttpStatusCode.NotFound)]
    public async Task It_can_be_fetched_up_to_and_including_its_deadline(int days, HttpStatusCode expected)
    {
        var id = Id.New(world.Now.AddDays(-days));
        await world.Get<ExportPackages>().Make(
            new(id, [], new HashSet<Id>(), ""), async (stream, token) => await stream.WriteAsync("content"u8.ToArray(), token), default);

        using var answer = await http.Staff.GetAsync($"api/exports/{world.Get<ExportLinks>().Token(id)}");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task One_that_is_not_finished_cannot_be_fetched()
    {
        var id = world.NewId();
        HttpStatusCode? answered = null;
        await world.Get<ExportPackages>().Make(
            new(id, [], new HashSet<Id>(), ""),
            async (stream, token) =>
            {
                await stream.WriteAsync(Make.File, token);
                using var answer = await http.Staff.GetAsync($"api/exports/{world.Get<ExportLinks>().Token(id)}", token);
                answered = answer.StatusCode;
            },
            default);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answered);
    }

    [Fact]
    public async Task Of_whom_nothing_is_kept_there_is_no_package()
    {
        using var answer = await http.Officer.Export(new { email = "nobody@voorbeeld.nl" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task It_tells_of_files_on_their_way_in_and_of_copies_on_disk_still_to_destroy()
    {
        var order = await world.Given.Order("lies@voorbeeld.nl");
        var upload = await world.Given.Upload(order, new UploadMetadata(order.Id, "lies.stl", null, "filename bGllcw=="), 1000);
        var gone = Id.New(world.Now);
        var why = order.Retention(world.Get<RetentionRules>(), order.OpenedOn);
        var line = new LedgerLine(
            $"scan-{gone}", Kinds.Scan, why, "sweep", world.Now, [new(gone, order.Id, world.Get<OrderStore>().SubjectsOf(order), [], ["SCHIJF-1"])]);
        await world.Get<Ledger>().Write(line, default);
        await world.Get<DestructionTasks>().Open(
            new(line.Id, order.Id, gone, why.DestroyOn, why.Deadline, [new(gone, "SCHIJF-1", order.OpenedOn)]), default);

        using var package = await Fetch(await Export(new { email = "lies@voorbeeld.nl" }));

        var unfinished = Assert.Single(package.Rows("unfinished-uploads"));
        Assert.Equal(($"{upload.Id}", "lies.stl"), (unfinished.GetProperty("id").GetString(), unfinished.GetProperty("fileName").GetString()));
        var waiting = Assert.Single(package.Rows("copies-to-destroy"));
        Assert.Equal("SCHIJF-1", waiting.GetProperty("copies")[0].GetProperty("disk").GetString());
    }

    [Fact]
    public async Task Of_a_copy_that_only_a_shared_number_leads_to_it_tells_nothing()
    {
        const string phone = "06 40000027";
        var others = await world.Given.OrderWithScan("copy.one@voorbeeld.nl", phone: phone, disks: ["SCHIJF-1"]);
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail("copy.one@voorbeeld.nl")], "officer", default);
        var message = await world.Given.Message("copy.two@voorbeeld.nl", phone: phone);

        using var package = await Fetch(await Export(new { phone, named = new[] { $"{message.Id}" } }));

        Assert.Single(package.Rows("messages"));
        Assert.Empty(package.Rows("copies-to-destroy"));
        Assert.Single(await world.Get<DestructionTasks>().About(world.Get<OrderStore>().SubjectsOf(others), default));
    }

    [Fact]
    public async Task It_tells_of_a_copy_in_a_mailbox_of_what_went_before_unless_only_a_shared_number_leads_to_it()
    {
        const string email = "mail.one@voorbeeld.nl", phone = "06 40000028";
        var gone = await world.Given.MessageByMail(email, phone: phone);
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(email)], "officer", default);
        var other = await world.Given.Message("mail.two@voorbeeld.nl", phone: phone);

        using var hers = await Fetch(await Export(new { email }));
        using var others = await Fetch(await Export(new { phone, named = new[] { $"{other.Id}" } }));

        var left = Assert.Single(hers.Rows("mail-to-destroy"));
        Assert.Equal(
            ($"{gone.Id}", "PRAKTIJK", gone.ReceivedOn.Iso()),
            (left.GetProperty("id").GetString(), left.GetProperty("mailbox").GetString(), left.GetProperty("day").GetString()));
        Assert.Single(others.Rows("messages"));
        Assert.Empty(others.Rows("mail-to-destroy"));
    }

    [Fact]
    public async Task A_restriction_does_not_keep_a_person_from_their_own_data()
    {
        var order = await NewOrder("roos@voorbeeld.nl");
        await world.Get<OrderStore>().Change(order.Id, found => found with { RestrictedOn = found.OpenedOn }, default);

        using var package = await Fetch(await Export(new { email = "roos@voorbeeld.nl" }));

        Assert.Single(package.Entries, entry => entry.FullName.StartsWith("scans/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strangers_who_wrote_under_an_address_do_not_keep_its_owner_from_her_data()
    {
        const string email = "often.used@voorbeeld.nl";
        var messages = world.Get<ContactMessages>();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => messages.Add(Make.Message(world.Now, email), default)));
        var own = await world.Given.Message(email);

        var link = await Export(new { email });
        using var package = await Fetch(link);
        var told = package.Rows("messages");
        await messages.Change(own.Id, message => message with { ErasureRequestedOn = world.Today }, default);
        await world.Get<Sweep>().Run("sweep", default);

        using var after = await http.Anyone.GetAsync(link);

        Assert.Equal(301, told.Count);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task With_a_scan_in_it_who_makes_it_says_why_and_without_one_need_not()
    {
        await NewOrder("reden@voorbeeld.nl");
        await world.Given.Message("zonder.reden@voorbeeld.nl");

        using var unasked = await http.Officer.PostAsJsonAsync("api/subjects/export", new { email = "reden@voorbeeld.nl" });
        using var without = await http.Officer.PostAsJsonAsync("api/subjects/export", new { email = "zonder.reden@voorbeeld.nl" });

        Assert.Equal((HttpStatusCode.PreconditionRequired, HttpStatusCode.Created), (unasked.StatusCode, without.StatusCode));
        Assert.Equal([StatedReason.Header], await unasked.Faults());
        Assert.DoesNotContain(await world.Get<ExportPackages>().All(default).ToListAsync(), package => package.Subjects.Contains(world.Get<SubjectKeys>().OfEmail("reden@voorbeeld.nl")));
    }

    private Task<Order> NewOrder(string email, byte[]? file = null) => world.Given.OrderWithScan(
        email, agreed: order => order with { Consents = [Make.Consent(world.Now)] }, file: file);

    private async Task<string> Export(object person)
    {
        using var answer = await http.Officer.Export(person);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(world.Today.AddDays(7).Iso(), made.GetProperty("retention").GetProperty("deadline").GetString());
        return made.GetProperty("link").GetString()!;
    }

    private async Task<OpenedPackage> Fetch(string link) => new(new MemoryStream(await http.Staff.GetByteArrayAsync(link)));
}
