using WelWee3D.Tests.Http;
using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.Notices;

public sealed class RecipientsToldTests : NoticesWorld
{
    [Fact]
    public async Task Whoever_was_given_something_is_told_of_an_erasure_though_nothing_of_the_person_is_left()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan(), "PRINTER", ClientDetail.Name);
        await world.Given.Disclosed(await world.Given.OrderWithScan("bea@example.nl"), "KOERIER");

        await world.Erase(new { email = Make.Email });

        var notice = await Only();
        Assert.Equal((NoticeCause.Erasure, "PRINTER", order.Id, world.Today), (notice.Cause, notice.Recipient, notice.Order, notice.MadeOn));
        Assert.Empty(notice.Subjects);
        Assert.Null(await world.Get<OrderStore>().Find(order.Id, None));
        var letter = Text(Assert.Single(await SentToRecipients()));
        Assert.Contains($"Bestelling: {Reference.Of(order.Id)}", letter, StringComparison.Ordinal);
        Assert.Contains("één scan, naam", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", letter, StringComparison.Ordinal);
        foreach (var row in await world.Storage.Rows(RecipientNotices.TableName))
            Assert.DoesNotContain("anna", string.Join("|", row.Select(column => $"{column.Value}")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_was_given_a_print_copy_is_told_of_an_erasure_and_a_restriction_and_not_of_details_that_it_never_had()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan());
        await world.Given.Change(order, found => found with
        {
            Disclosures = [found.Disclosures[0] with { PrintCopy = new(ScanFormat.Stl, 684, 150, new string('0', 64)) }],
        });

        await Answer.Of<RectifyOrder>(world, (function, request) => function.Run(request, $"{order.Id}", None), new { name = "Anna Jansen" });
        Assert.Empty(await Open());
        await Restrict(Make.Email);
        Assert.Equal([NoticeCause.Restriction], (await Open()).Select(notice => notice.Cause));
        await world.Erase(new { email = Make.Email });

        var told = (await Open()).Single(notice => notice.Cause == NoticeCause.Erasure);
        Assert.Equal(("PRINTER", order.Id, 1), (told.Recipient, told.Order, Assert.Single(told.Given).Scans));
    }

    [Fact]
    public async Task An_erasure_tells_what_it_does_not_reach_before_and_after()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan(), "PRINTER", ClientDetail.Name);
        await world.Given.Request(agreed: request => request with
        {
            Closing = new(world.Today.AddDays(-9), "officer", RequestOutcome.Done), Letters = [new(ClosedLetter.Name, 0, world.Now, world.Now)],
        });

        var (shown, done) = (await world.Shown(new { email = Make.Email }), await world.Erase(new { email = Make.Email }));

        foreach (var told in (JsonElement[])[shown, done])
        {
            var given = Assert.Single(told.GetProperty("notReached").GetProperty("recipients").EnumerateArray());
            Assert.Equal(
                ("PRINTER", $"{Reference.Of(order.Id)}", world.Today.Iso(), 1),
                (given.GetProperty("recipient").GetString(), given.GetProperty("order").GetString(), given.GetProperty("givenOn").GetString(), given.GetProperty("scans").GetInt32()));
            var letter = Assert.Single(told.GetProperty("notReached").GetProperty("letters").EnumerateArray());
            Assert.Equal((ClosedLetter.Name, world.Today.Iso()), (letter.GetProperty("kind").GetString(), letter.GetProperty("sentOn").GetString()));
        }
        Assert.Equal(["PRINTER"], done.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("recipient").GetString()));
    }

    [Fact]
    public async Task Of_an_order_under_a_hold_they_are_told_once_however_often_its_erasure_is_asked()
    {
        await world.Given.Disclosed(await world.Given.Order(agreed: order => order with { Holds = [Make.Hold(world.Now, world.Today.AddYears(1))] }));

        await world.Erase(new { email = Make.Email });
        await SentToRecipients();
        world.Wait(TimeSpan.FromDays(1));
        await world.Erase(new { email = Make.Email });

        Assert.Equal(NoticeState.Told, (await Only()).State);
        Assert.Single(await SentToRecipients());
    }

    [Fact]
    public async Task They_are_told_when_staff_set_right_what_they_were_given_and_of_nothing_else()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan(), "PRINTER", ClientDetail.Name);
        await world.Given.Disclosed((await world.Get<OrderStore>().Find(order.Id, None))!, "KOERIER", ClientDetail.Address);

        await Patch(order.Id, new { phone = "06 87654321" });
        Assert.Empty(await Open());
        await Patch(order.Id, new { name = "Anna de Wit" });
        await Patch(order.Id, new { name = "Anna de Wit" });

        var notice = await Only();
        Assert.Equal((NoticeCause.Rectification, "PRINTER", order.Id), (notice.Cause, notice.Recipient, notice.Order));
        Assert.Equal([ClientDetail.Name], notice.Changed);
    }

    [Fact]
    public async Task They_are_told_of_a_restriction_and_again_of_a_later_one()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan());

        await Restrict(Make.Email);
        await Restrict(Make.Email);
        var first = await Only();
        await world.LiftRestriction(first.Subjects);
        world.Wait(TimeSpan.FromDays(30));
        await Restrict(Make.Email);

        Assert.Equal(NoticeCause.Restriction, first.Cause);
        Assert.Equal(world.Get<OrderStore>().SubjectsOf(order), first.Subjects);
        Assert.Equal([world.Today.AddDays(-30), world.Today], (await Open()).Select(notice => notice.MadeOn).Order());
    }

    [Fact]
    public async Task They_are_told_each_time_when_a_restriction_is_lifted_and_imposed_again_on_one_day()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan());

        for (var time = 0; time < 2; time++)
        {
            await Restrict(Make.Email);
            Assert.Equal(200, (await Restrict(new { email = Make.Email, lift = true, toldBy = "phone", toldOn = world.Today.Iso() })).Status);
        }

        var told = await Notices.OfOrder(order.Id, None).Select(notice => notice.Cause).ToListAsync();
        Assert.Equal([NoticeCause.Restriction, NoticeCause.Restriction, NoticeCause.Lifting, NoticeCause.Lifting], told.Order());
    }

    [Fact]
    public async Task Whoever_was_told_of_a_restriction_is_told_when_it_is_lifted_and_asked_of_that_alone()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);

        for (var time = 0; time < 2; time++)
            Assert.Equal(200, (await Restrict(new { email = Make.Email, lift = true, toldBy = "phone", toldOn = world.Today.Iso() })).Status);

        Assert.Equal(NoticeCause.Lifting, (await Only()).Cause);
        var restriction = Assert.Single(await Notices.OfOrder(order.Id, None).ToListAsync(), notice => notice.Cause == NoticeCause.Restriction);
        Assert.Equal((NoticeState.Done, DoneReason.Lifted), (restriction.State, restriction.DoneReason));
        Assert.Contains("niet meer beperkt", Text(Assert.Single(await SentToRecipients())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_note_that_it_is_done_and_how_they_know()
    {
        var notice = await world.Given.Notice();

        var answer = await Answer.Of<FinishNotice>(world, (function, request) => function.Run(request, $"{notice.Id}", None), new { reason = "phone" });

        Assert.Equal(200, answer.Status);
        var done = (await Notices.Find(notice.Id, None))!;
        Assert.Equal((NoticeState.Done, DoneReason.Phone, true), (done.State, done.DoneReason, done.DoneBy is not null));
        Assert.Empty(await ListedNotices(""));
        Assert.Equal([$"{notice.Id}"], await ListedNotices("?state=done"));
    }

    [Fact]
    public async Task A_request_tells_which_recipients_have_yet_to_do_what_was_asked_for_it()
    {
        await world.Given.Disclosed(await world.Given.OrderWithScan());
        await world.Given.Disclosed(await world.Given.OrderWithScan("bea@example.nl"), "KOERIER");
        var request = await world.Given.Request(agreed: asked => asked with { Kind = RequestKind.Restriction });
        await world.Given.Request("bea@example.nl");

        await Restrict(Make.Email);
        await Restrict("bea@example.nl");

        var notices = (await Get(request.Id)).Json.GetProperty("openNotices").EnumerateArray();
        Assert.Equal(["PRINTER"], notices.Select(notice => notice.GetProperty("recipient").GetString()));
        Assert.Equal([null, request.Id], (await Open()).Select(notice => notice.Request).Order());
        await Notices.Change(Assert.Single(await Notices.OfRequest(request.Id, None).ToListAsync()).Id, each => each.Answered(isDone: true, world.Now), None);
        Assert.Empty((await Get(request.Id)).Json.GetProperty("openNotices").EnumerateArray());
    }

    [Fact]
    public async Task Its_person_is_found_by_her_new_address_when_that_is_set_right()
    {
        var order = await world.Given.Disclosed(await world.Given.OrderWithScan());
        await Restrict(Make.Email);

        await world.Given.Change(order, found => found with { Client = found.Client with { Email = "anna.nieuw@example.nl" } });

        var (former, present) = (world.Get<SubjectKeys>().AllOfEmail(Make.Email), world.Get<SubjectKeys>().AllOfEmail("anna.nieuw@example.nl"));
        Assert.DoesNotContain((await world.Get<SubjectRecords>().Find(former, None)).Records, record => record.Item.Kind == RecipientNotices.Kind);
        Assert.Contains((await world.Get<SubjectRecords>().Find(present, None)).Records, record => record.Item.Kind == RecipientNotices.Kind);
    }

    [Fact]
    public async Task Her_package_tells_who_was_given_what_and_what_they_were_told()
    {
        var order = await world.Given.Disclosed(await world.Given.Order(), "KOERIER", ClientDetail.Address);
        await Restrict(Make.Email);
        var (subjects, writer) = (world.Get<OrderStore>().SubjectsOf(order), world.Get<PackageWriter>());

        using var file = new MemoryStream();
        await writer.Write(new ExportPackage(world.NewId(), subjects, await writer.Contents(subjects, None), ""), file, None);

        using var opened = new OpenedPackage(file);
        var given = opened.Rows("orders")[0].GetProperty("recipients")[0];
        Assert.Equal(("De KOERIER", "Beeldjes printen"), (given.GetProperty("name").GetString(), given.GetProperty("purpose").GetString()));
        var notice = opened.Rows("recipient-notices")[0];
        Assert.Equal(("KOERIER", "restriction"), (notice.GetProperty("recipient").GetString(), notice.GetProperty("cause").GetString()));
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    [InlineData(21, true)]
    public async Task The_letter_of_the_morning_tells_what_is_not_done_after_fourteen_days_and_each_week(int days, bool isTold)
    {
        var notice = await world.Given.Notice();
        await world.Given.Notice("bea@example.nl", agreed: other => other.Finished(DoneReason.Phone, "staff", world.Now));
        world.MoveTo(notice.MadeOn.AddDays(days));

        var letter = new LetterBody("nl", "Vandaag");
        Assert.Equal(isTold, await world.GetAll<IReminder>().OfType<OpenNotices>().Single().HasAny(world.Today, None));
        Assert.Equal(isTold, await world.GetAll<IReminder>().OfType<OpenNotices>().Single().Tell(letter, world.Today, world.Today, None));
        Assert.Equal(isTold ? 1 : 0, letter.Text.Split("Ontvanger: PRINTER").Length - 1);
        Assert.Equal(isTold, letter.Text.Contains($"/staff/notices/{notice.Id}\n", StringComparison.Ordinal));
    }

    private async Task Patch(Id order, object patch) => Assert.Equal(
        StatusCodes.Status200OK, (await world.Ask<RectifyOrder>((function, request) => function.Run(request, $"{order}", None), patch)).StatusCode);

    private async Task<string[]> ListedNotices(string query)
    {
        var answer = await Answer.Of<ListNotices>(world, (function, request) => function.Run(request, None), compose: request =>
        {
            request.Method = HttpMethods.Get;
            request.QueryString = new(query);
        });
        return [.. answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }
}
