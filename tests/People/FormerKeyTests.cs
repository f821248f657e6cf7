using Microsoft.Extensions.Configuration;
using WelWee3D.Tests.Http;
using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.People;

/// <summary>
/// The key of the hashes is changed while there are records: with both keys given, whatever was filed under the former one is
/// found, handed over, erased and filed anew; once it is taken away nothing of it is left but in the ledger.
/// </summary>
public sealed class FormerKeyTests : OwnWorld
{
    private const string Phone = "06 12345678";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string Former = Convert.ToBase64String(new byte[32]);
    private static readonly string Present = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task People_are_found_under_both_keys_by_address_number_and_name(bool isReconciled)
    {
        var before = await world.Given.Order(phone: Phone);
        await using var both = await Both(isReconciled);
        var since = await both.Given.Order(phone: Phone);

        foreach (var query in (string[])["email", "phone", "name"])
        {
            var page = await Orders(both, query, query switch { "email" => Make.Email, "phone" => Phone, _ => "Vries" });
            Assert.Equal([$"{since.Id}", $"{before.Id}"], page);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_takes_what_was_filed_under_either_and_leaves_no_row(bool isReconciled)
    {
        var order = await world.Given.OrderWithScan(phone: Phone);
        var upload = await world.Given.Upload(order);
        var message = await world.Given.Message(phone: Phone);
        await using var both = await Both(isReconciled);
        var since = await both.Given.Message(phone: Phone);

        await both.Erase(new { email = Make.Email, phone = Phone });

        foreach (var id in (Id[])[order.Id, upload.Id, message.Id, since.Id])
            Assert.Empty(await world.Storage.RowKeys(SubjectIndex.TableName, $"{id}"));
        Assert.Empty(await both.DueRows());
        Assert.Null(await both.Get<ContactMessages>().Find(message.Id, None));
        Assert.Null(await both.Get<OrderStore>().Find(order.Id, None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_scan_that_was_brought_back_before_comes_back_no_second_time(bool isCertified)
    {
        var order = await world.Given.OrderWithScan();
        await world.Get<DecidedDestruction>().CarryOut(
            [new(Kinds.Scan, order.Scans[0].Id)], [(await world.Given.Change(order, each => each.With(each.Scans[0] with { DestructionAskedOn = world.Today }))).Due], "staff", None);
        var undo = new { certificate = 1, reason = "Vergissing" };
        if (!isCertified)
            world.Calls.Before = call => call.Uri.Path.Contains(Certificates.TableName, StringComparison.Ordinal) && !call.Reads() ? throw new ProcessDiedException() : Task.CompletedTask;
        await Record.ExceptionAsync(() => world.Ask<UndoDestruction>((function, request) => function.Run(request, None), undo));
        world.Calls.LetBe();
        var scan = Assert.Single((await world.Get<OrderStore>().Find(order.Id, None))!.Scans).Id;
        await using var both = await Both(isReconciled: false);

        Assert.Equal(200, (await both.Ask<UndoDestruction>((function, request) => function.Run(request, None), undo)).StatusCode);

        Assert.Equal([scan], (await both.Get<OrderStore>().Find(order.Id, None))!.Scans.Select(each => each.Id));
    }

    [Fact]
    public async Task The_weekly_walk_files_all_under_both_keys_and_without_the_former_one_under_the_present_alone()
    {
        var message = await world.Given.Message(phone: Phone);
        var formerKeys = world.Get<SubjectKeys>().Of(Make.Email, Phone);

        await using var both = await Both(isReconciled: true);
        var underBoth = await Rows(message.Id);
        Assert.Empty((await both.Get<Reconciliation>().Run(None)).Repaired);
        world.MoveTo(world.Today.AddDays(2));
        await using var present = await Beside(Present, former: null);
        await present.Get<Reconciliation>().Run(None);

        Assert.Equal(4, underBoth.Count);
        Assert.Superset(formerKeys.ToHashSet(), underBoth);
        Assert.Equal(present.Get<SubjectKeys>().Of(Make.Email, Phone).ToHashSet(), await Rows(message.Id));
        Assert.Equal([$"{message.Id}"], await Contacts(present, "Anna"));
    }

    [Fact]
    public async Task A_copy_on_disk_of_before_is_told_to_its_person_also_when_the_former_key_is_gone()
    {
        var order = await world.Given.OrderWithScan(phone: Phone, disks: ["SCHIJF-1"]);
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", None);
        await using var both = await Both(isReconciled: false);

        var told = await both.Shown(new { email = Make.Email, phone = Phone });
        var others = await both.Shown(new { email = Make.Email, phone = "06 87654321" });
        await using var present = await Beside(Present, former: null);
        var later = await present.Shown(new { email = Make.Email });

        Assert.Equal(1, told.GetProperty("copiesToDestroy").GetArrayLength());
        Assert.Equal(0, others.GetProperty("copiesToDestroy").GetArrayLength());
        Assert.Equal(1, later.GetProperty("copiesToDestroy").GetArrayLength());
    }

    [Fact]
    public async Task A_quote_whose_order_is_gone_is_found_under_the_present_key_once_its_person_was_asked_about()
    {
        var quote = await world.Given.Quote(Make.Email, Phone, found => Make.Accepted(found, world.Today));
        await world.Get<Erasure>().Erase(quote.Subjects, "officer", None);
        await using var both = await Both(isReconciled: false);

        await both.Shown(new { email = Make.Email, phone = Phone });
        await using var present = await Beside(Present, former: null);

        foreach (var asked in (object[])[new { email = Make.Email }, new { phone = Phone }])
            Assert.Equal([$"{quote.Id}"], (await present.Shown(asked)).GetProperty("found").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_quote_follows_its_order_in_the_weekly_walk_under_both_keys_and_under_the_present_alone()
    {
        var quote = await world.Given.Quote(Make.Email, Phone);

        await using var both = await Both(isReconciled: true);
        var underBoth = (await both.Get<QuoteRegister>().Find(quote.Id, None))!.Subjects;
        await using var present = await Beside(Present, former: null);
        await present.Get<Reconciliation>().Run(None);

        Assert.Equal(both.Get<SubjectKeys>().Of(Make.Email, Phone), underBoth);
        Assert.Equal(present.Get<SubjectKeys>().Of(Make.Email, Phone), (await present.Get<QuoteRegister>().Find(quote.Id, None))!.Subjects);
    }

    [Fact]
    public async Task Mail_that_outlived_its_message_is_told_under_both_keys_to_its_person_and_to_nobody_else()
    {
        await world.Given.MessageByMail();
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(Make.Email)], "officer", None);
        await using var both = await Both(isReconciled: false);

        object[] asked = [new { email = Make.Email }, new { email = "bea@example.nl" }, new { email = Make.Email, phone = Phone }];
        var shown = new List<int>();
        foreach (var person in asked)
            shown.Add((await both.Shown(person)).GetProperty("notReached").GetProperty("mailboxes").GetArrayLength());
        var erased = await both.Erase(asked[0]);

        Assert.Equal([1, 0, 0], shown);
        Assert.Equal(1, erased.GetProperty("notReached").GetProperty("mailboxes").GetArrayLength());
    }

    [Fact]
    public async Task A_destruction_that_was_begun_under_the_former_key_is_finished_by_an_erasure_under_both()
    {
        var message = await world.Given.Message();
        var gone = new Item(Kinds.Message, world.NewId());
        var line = new LedgerLine(
            LedgerLine.IdOf(gone), Kinds.Message, message.Retention(world.Get<RetentionRules>(), world.Today), "officer", world.Now,
            [new(gone.Id, null, world.Get<SubjectKeys>().Of(Make.Email, null), [], [])]);
        await world.Get<Ledger>().Write(line, None);
        await world.Get<DueIndex>().Open(new(world.Today, line.Id, [], "officer"), None);
        await using var both = await Both(isReconciled: false);

        await both.Get<Erasure>().Erase(both.Get<SubjectKeys>().AllOfEmail(Make.Email), "officer", None);

        Assert.NotNull((await both.Get<Ledger>().Find(line.Id, None))!.Certificate);
    }

    [Fact]
    public async Task A_file_without_an_order_is_the_same_under_both_keys_and_is_left_alone_once_an_order_has_it()
    {
        var order = await world.Given.Order();
        var scan = Make.Scan(world.Now);
        var blob = await world.Given.File($"{order.Id}/{scan.BlobName}");
        await world.Function<RecordScan>().Run(blob, None);
        await using var both = await Both(isReconciled: false);

        await both.Function<RecordScan>().Run(blob, None);
        Assert.Single(await both.Get<UnclaimedBlobs>().All(None).ToListAsync());
        await both.Given.Change(order, found => found with { Scans = [scan] });
        await both.Function<RecordScan>().Run(blob, None);

        Assert.Empty(await both.Get<UnclaimedBlobs>().All(None).ToListAsync());
    }

    [Fact]
    public async Task A_request_that_is_repeated_over_the_change_is_one_message()
    {
        await Submit(world);
        await using var both = await Both(isReconciled: false);

        await Submit(both);

        Assert.Single(await world.Storage.Rows(ContactMessages.TableName));
    }

    [Fact]
    public async Task A_night_with_many_of_one_day_fits_into_the_ledger_under_both_keys()
    {
        await using var both = await Both(isReconciled: false);
        foreach (var _ in Enumerable.Range(0, 120))
            await both.Given.Message(both.Given.NewAddress(), on: world.Today.AddYears(-5), phone: Phone);

        var run = await both.Get<Sweep>().Run("sweep", None);

        Assert.True(run.Complete);
        Assert.Equal(120, run.Destroyed[Kinds.Message]);
        Assert.Empty(await world.Storage.Rows(SubjectIndex.TableName));
    }

    [Fact]
    public void A_former_key_that_is_too_short_stops_the_start()
    {
        var settings = new ConfigurationManager { ["Subjects:HmacKey"] = Present, ["Subjects:FormerHmacKey"] = "QUFBQQ==" };

        Assert.Contains("Subjects:FormerHmacKey", Assert.Throws<InvalidOperationException>(() => new SubjectKeys(settings)).Message, StringComparison.Ordinal);
    }

    private async Task<World> Both(bool isReconciled)
    {
        var both = await Beside(Present, Former);
        if (isReconciled)
            await both.Get<Reconciliation>().Run(None);
        return both;
    }

    [Fact]
    public async Task A_package_of_before_opens_by_the_link_of_then_and_by_the_one_that_a_letter_has_now()
    {
        var package = await world.Given.Package((await world.Given.Message()).Id);
        var then = world.Get<ExportLinks>().Token(package.Id);
        await using var both = await Both(isReconciled: false);
        var now = both.Get<ExportLinks>().Token(package.Id);
        Assert.NotEqual(then, now);

        foreach (var token in (string[])[then, now])
            Assert.Equal(200, (await both.Ask<FetchExport>((function, request) => function.Run(request, token, None), compose: request => request.Method = "GET")).StatusCode);
    }

    [Fact]
    public async Task A_former_key_that_leaked_finds_people_and_opens_and_signs_nothing()
    {
        var order = await world.Given.Order(phone: Phone);
        var request = await world.Given.Request();
        var (link, code) = (world.Get<ConsentLinks>().To(order).Segments[^1], world.Get<ConfirmationLinks>().Code(request, 1));
        await using var trusted = await Both(isReconciled: false);
        await using var leaked = await Beside(Present, Former, isLeaked: true);

        Assert.Equal([$"{order.Id}"], await Orders(leaked, "email", Make.Email));
        Assert.NotNull(await trusted.Get<ConsentLinks>().Find(link, None));
        Assert.Null(await leaked.Get<ConsentLinks>().Find(link, None));
        Assert.NotNull(await leaked.Get<ConsentLinks>().Find(leaked.Get<ConsentLinks>().To(order).Segments[^1], None));
        Assert.Equal((true, false), (trusted.Get<ConfirmationLinks>().IsCode(code, request, 1), leaked.Get<ConfirmationLinks>().IsCode(code, request, 1)));
        Assert.Equal((2, 1), (trusted.Get<LogKeys>().Verifiers.Count, leaked.Get<LogKeys>().Verifiers.Count));
        Assert.Equal(trusted.Get<LogKeys>().OnLetters, leaked.Get<LogKeys>().OnLetters);
    }

    private Task<World> Beside(string key, string? former, bool isLeaked = false) => world.Beside(new WorldOptions
    {
        Settings = new Dictionary<string, string?>
        {
            ["Subjects:HmacKey"] = key, ["Subjects:FormerHmacKey"] = former, ["Subjects:FormerHmacKeyLeaked"] = isLeaked ? "true" : null,
        },
    });

    private async Task<HashSet<string>> Rows(Id record) =>
        [.. (await world.Storage.RowKeys(SubjectIndex.TableName, $"{record}")).Select(row => row.Split('|')[0])];

    private static Task Submit(World at) => at.Ask<SubmitContactForm>(
        (function, request) => function.Run(request, None),
        new { name = "Anna", email = Make.Email, message = "Kan het ook zittend?" }, request => request.Headers["Idempotency-Key"] = "once");

    private static Task<IEnumerable<string?>> Orders(World at, string field, string value) =>
        Found<ListOrders>(at, (function, request) => function.Run(request, None), field, value);

    private static Task<IEnumerable<string?>> Contacts(World at, string name) =>
        Found<ListContacts>(at, (function, request) => function.Run(request, None), "name", name);

    private static async Task<IEnumerable<string?>> Found<T>(
        World at, Func<T, HttpRequest, Task<IResult>> run, string field, string value)
    {
        var answer = await Answer.Of(at, run, compose: request => request.QueryString = QueryString.Create(field, value));
        return answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());
    }
}
