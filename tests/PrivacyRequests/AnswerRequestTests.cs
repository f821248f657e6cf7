using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>What the privacy officer does with a request, and what its person is written.</summary>
public sealed class AnswerRequestTests : RequestsWorld
{
    [Fact]
    public async Task One_taken_by_phone_is_in_the_register_with_its_deadline_and_how_that_came_about()
    {
        var id = await Taken(receivedOn: new(2026, 11, 1));

        var request = (await Get(id)).Json;

        Assert.Equal(("open", "phone", "2026-12-01"), (Text(request, "status"), Text(request, "channel"), Text(request, "deadline")));
        var derivation = request.GetProperty("derivation");
        Assert.Equal(("2026-11-01", "P1M", "2026-12-01"), (Text(derivation, "start"), Text(derivation, "term"), Text(derivation, "end")));
        Assert.Equal(0, derivation.GetProperty("movedBy").GetArrayLength());
        Assert.Equal(["registered"], Events(request));
        Assert.Single(await Sent(ReceivedLetter.Name));
    }

    [Theory]
    [InlineData("2026-11-24", "phone", "receivedOn")]
    [InlineData("2026-11-22", "website", "channel")]
    [InlineData("2026-11-22", null, "channel")]
    public async Task What_staff_take_says_when_and_how_it_came(string receivedOn, string? channel, string field)
    {
        var answer = await Answer.Of<SubmitPrivacyRequest>(
            world, (function, request) => function.Run(request, None), new { kind = "access", name = "Anna", email = Make.Email, receivedOn, channel });

        Assert.Equal((StatusCodes.Status422UnprocessableEntity, field), (answer.Status, Assert.Single(answer.Fields)));
    }

    [Fact]
    public async Task No_path_leads_to_an_answer_before_it_is_known_whose_it_is()
    {
        var (id, twin) = (await Taken(), await Taken());

        foreach (var form in (object[])[new { outcome = "done" }, new { outcome = "partly", ground = "15(4)" }, new { outcome = "refused", ground = "12(5)" }])
            Assert.Equal(StatusCodes.Status409Conflict, (await Close(id, form)).Status);
        Assert.Equal(StatusCodes.Status200OK, (await Close(twin, new { outcome = "duplicate", of = $"{id}" })).Status);
        Assert.Equal(StatusCodes.Status409Conflict, (await Close(id, new { outcome = "done" })).Status);
        Assert.Equal(StatusCodes.Status200OK, (await Close(await Taken(), new { outcome = "refused", ground = Ground.NotIdentified })).Status);
        await Identity(id, new { facts = new[] { "orderDate", "scanDate" } });

        Assert.Equal(StatusCodes.Status200OK, (await Close(id, new { outcome = "done" })).Status);
        Assert.DoesNotContain(await Sent(ClosedLetter.Name), mail => Text(mail).Contains("Anna", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_confirmed_one_that_is_doubted_after_all_waits_for_the_check()
    {
        await Ask(Form());
        var token = await Token();
        await Confirm(token);
        var id = Id.Parse(token[..32]);
        await Identity(id, new { method = "facts" });

        Assert.Equal(StatusCodes.Status409Conflict, (await Close(id, new { outcome = "done" })).Status);
        await Identity(id, new { facts = new[] { "orderDate", "postalAddress" } });
        Assert.Equal(StatusCodes.Status200OK, (await Close(id, new { outcome = "done" })).Status);
    }

    [Fact]
    public async Task A_code_goes_to_the_address_on_record_and_proves_whose_it_is()
    {
        await world.Given.Order(Make.Email);
        var id = await Taken();

        Assert.Equal(StatusCodes.Status202Accepted, (await Identity(id, new { method = "code" })).Status);
        var code = await Code();
        Assert.Equal(["code"], (await Identity(id, new { code = code == "000000" ? "000001" : "000000" })).Fields);
        var known = await Identity(id, new { code });

        Assert.Equal(StatusCodes.Status200OK, known.Status);
        Assert.True(known.Json.GetProperty("mayBeAnswered").GetBoolean());
        Assert.Equal(["registered", "identity-asked", "identity-not-given", "identity-established"], Events(known.Json));
        Assert.DoesNotContain(await world.Storage.Rows(RequestRegister.TableName), row => string.Join("|", row.Select(each => each.Value)).Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_is_good_for_five_tries_a_week_and_until_the_next()
    {
        await world.Given.Order(Make.Email);
        var id = await Taken();
        await Identity(id, new { method = "code" });
        var first = await Code();
        for (var tries = 0; tries < IdentityCheck.MostTries; tries++)
            await Identity(id, new { code = "wrong" });
        Assert.Equal(StatusCodes.Status409Conflict, (await Identity(id, new { code = first })).Status);

        await Identity(id, new { method = "code" });
        Assert.Equal(StatusCodes.Status422UnprocessableEntity, (await Identity(id, new { code = first })).Status);
        world.MoveTo(world.Today.AddDays(8));
        Assert.Equal(StatusCodes.Status409Conflict, (await Identity(id, new { code = await Code() })).Status);
    }

    [Fact]
    public async Task What_anybody_filled_into_a_form_makes_no_address_one_that_the_practice_has_of_her()
    {
        await world.Get<ContactSuspects>().Add(ContactSuspect.From(Make.Message(world.Now), isProven: true), None);
        await world.Given.Package((await world.Given.Message()).Id);
        await world.Given.Request();
        var id = await Taken();

        Assert.Equal(StatusCodes.Status409Conflict, (await Identity(id, new { method = "code" })).Status);
        await world.Given.Quote(Make.Email, agreed: quote => quote with { Order = world.NewId() });
        Assert.Equal(StatusCodes.Status202Accepted, (await Identity(id, new { method = "code" })).Status);
    }

    [Fact]
    public async Task To_an_address_that_the_practice_does_not_have_no_code_is_sent()
    {
        var id = await Taken(email: "nobody@example.nl");

        Assert.Equal(StatusCodes.Status409Conflict, (await Identity(id, new { method = "code" })).Status);
        Assert.Empty(await Sent(CodeLetter.Name));
    }

    [Fact]
    public async Task Of_facts_it_is_kept_which_and_two_are_asked()
    {
        var id = await Taken();

        Assert.Equal(["facts"], (await Identity(id, new { facts = new[] { "orderDate", "orderDate" } })).Fields);
        Assert.Equal(["method"], (await Identity(id, new { method = "facts", code = "1" })).Fields);
        var known = await Identity(id, new { facts = new[] { "orderDate", "phoneNumber" } });

        Assert.Equal(
            ["orderDate", "phoneNumber"],
            known.Json.GetProperty("identity").GetProperty("facts").EnumerateArray().Select(fact => fact.GetString()));
    }

    [Theory]
    [InlineData(7, "2026-12-28", true)]
    [InlineData(8, "2026-12-23", false)]
    public async Task Who_is_asked_promptly_makes_the_time_stand_still(int askedAfter, string deadline, bool suspends)
    {
        var id = await Taken();
        world.MoveTo(world.Today.AddDays(askedAfter));
        await Identity(id, new { method = "facts" });
        Assert.Equal(suspends, (await Get(id)).Json.TryGetProperty("suspendedSince", out _));
        world.MoveTo(world.Today.AddDays(4));

        var known = await Identity(id, new { facts = new[] { "orderDate", "scanDate" } });

        Assert.Equal(deadline, Text(known.Json, "deadline"));
        Assert.Equal(suspends ? 4 : 0, known.Json.GetProperty("derivation").GetProperty("suspendedDays").GetInt32());
    }

    [Theory]
    [InlineData("refused", Ground.NotIdentified)]
    [InlineData("withdrawn", null)]
    public async Task Where_nobody_showed_who_they_are_the_time_stood_still_until_the_end(string outcome, string? ground)
    {
        var id = await Taken();
        await Identity(id, new { method = "facts" });
        world.MoveTo(world.Today.AddDays(75));

        Assert.Equal(StatusCodes.Status200OK, (await Extend(id, "We wachten nog op een antwoord.")).Status);
        Assert.Equal(StatusCodes.Status200OK, (await Close(id, new { outcome, ground })).Status);

        var answered = (await Register.Find(id, None))!;
        Assert.Equal(75, answered.Deadline.SuspendedDays);
        Assert.True(answered.Closing!.On <= AnsweredRequest.Of(answered).Deadline);
    }

    [Fact]
    public async Task Once_it_is_answered_no_letter_promises_an_answer()
    {
        var id = await Known("access");
        await Extend(id, "Er zijn veel scans.");
        await Close(id, new { outcome = "done" });

        Assert.Empty(await Sent(ReceivedLetter.Name));
        Assert.Empty(await Sent(ExtendedLetter.Name));
        Assert.Contains("We bewaren je verzoek tot en met 23 november 2031", Text(Assert.Single(await Sent(ClosedLetter.Name))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_had_everything_erased_is_told_that_her_request_goes_too()
    {
        var id = await Known("erasure");
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(Make.Email)], "officer", None);
        await Close(id, new { outcome = "done" });

        var letter = Text(Assert.Single(await Sent(ClosedLetter.Name)));
        Assert.Contains("Ook dit verzoek wissen we nu.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("We bewaren je verzoek", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("/follow/", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_extended_within_the_first_month_once_and_its_person_is_sent_the_reason()
    {
        var id = await Taken();

        var extended = await Extend(id, "Er zijn veel scans.");
        var again = await Extend(id, "Er zijn veel scans.");

        Assert.Equal(("2027-02-23", "P3M"), (Text(extended.Json, "deadline"), Text(extended.Json.GetProperty("derivation"), "term")));
        Assert.Equal(StatusCodes.Status200OK, again.Status);
        Assert.Equal(StatusCodes.Status409Conflict, (await Extend(id, "Toch iets anders.")).Status);
        var letter = Text(Assert.Single(await Sent(ExtendedLetter.Name)));
        Assert.Contains("> Er zijn veel scans.", letter, StringComparison.Ordinal);
        Assert.Contains("23 februari 2027", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_first_month_it_is_too_late_for_that()
    {
        var id = await Taken();
        world.MoveTo(new DateOnly(2026, 12, 24));

        Assert.Equal(["reason"], (await Extend(id, "Te druk.")).Fields);
        Assert.Empty(await Sent(ExtendedLetter.Name));
    }

    [Theory]
    [InlineData("erasure", "17(3)(b)", "de wet verplicht ons de gegevens te bewaren (artikel 17, lid 3, onder b, van de AVG)")]
    [InlineData("access", "12(5)", "buitensporig vaak gedaan (artikel 12, lid 5, van de AVG)")]
    public async Task A_refusal_names_its_article_and_where_to_go_with_it(string kind, string ground, string told)
    {
        var id = await Known(kind);

        Assert.Equal(["ground"], (await Close(id, new { outcome = "refused" })).Fields);
        Assert.Equal(["ground"], (await Close(id, new { outcome = "refused", ground = "omdat het niet kan" })).Fields);
        Assert.Equal(["ground"], (await Close(id, new { outcome = "refused", ground = "21(1)" })).Fields);
        Assert.Equal(StatusCodes.Status200OK, (await Close(id, new { outcome = "refused", ground, note = "Tot volgend jaar." })).Status);

        var letter = Text(Assert.Single(await Sent(ClosedLetter.Name)));
        Assert.Contains(told, letter, StringComparison.Ordinal);
        Assert.Contains("> Tot volgend jaar.", letter, StringComparison.Ordinal);
        Assert.Contains("Autoriteit Persoonsgegevens", letter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("complaint", true)]
    [InlineData("access", false)]
    public async Task A_complaint_points_to_the_authority_from_the_first_letter_on(string kind, bool points)
    {
        var id = await Known(kind);
        var received = Text(Assert.Single(await Sent(ReceivedLetter.Name)));
        await Close(id, new { outcome = "done" });

        foreach (var letter in (string[])[received, Text(Assert.Single(await Sent(ClosedLetter.Name)))])
            Assert.Equal(points, letter.Contains("Autoriteit Persoonsgegevens", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_duplicate_is_one_of_the_same_kind_by_the_same_person()
    {
        var (id, other, of) = (await Taken(), await Taken("erasure"), await Taken(email: "bea@example.nl"));

        foreach (var wrong in (Id[])[id, other, of, world.NewId()])
            Assert.Equal(["of"], (await Close(id, new { outcome = "duplicate", of = $"{wrong}" })).Fields);
        Assert.Equal(["of"], (await Close(id, new { outcome = "duplicate" })).Fields);
    }

    [Fact]
    public async Task Closing_it_again_the_same_way_changes_nothing_and_another_way_is_refused()
    {
        var id = await Known();

        var (first, again, otherwise) = (await Close(id, new { outcome = "done" }), await Close(id, new { outcome = "done" }), await Close(id, new { outcome = "withdrawn" }));

        Assert.Equal(first.Body, again.Body);
        Assert.Equal(StatusCodes.Status409Conflict, otherwise.Status);
        Assert.Single(await Sent(ClosedLetter.Name));
        Assert.Empty(await Listed());
        Assert.Equal([$"{id}"], await Listed("?status=closed"));
    }

    [Fact]
    public async Task One_that_is_reopened_keeps_its_deadline_and_is_answered_once_more()
    {
        var id = await Known();
        await Close(id, new { outcome = "withdrawn" });
        await Sent(ClosedLetter.Name);

        var reopened = await Reopen(id);
        Assert.Equal(("open", "2026-12-23"), (Text(reopened.Json, "status"), Text(reopened.Json, "deadline")));
        Assert.Equal(reopened.Body, (await Reopen(id)).Body);
        Assert.Equal([$"{id}"], await Listed());
        Assert.Empty(await Listed("?status=closed"));
        Assert.Equal(StatusCodes.Status200OK, (await Close(id, new { outcome = "done" })).Status);

        Assert.Equal(["registered", "identity-established", "closed", "reopened", "closed"], Events((await Get(id)).Json));
        Assert.Equal("done", Text(Assert.Single((await List("?status=closed")).GetProperty("items").EnumerateArray()), "outcome"));
        Assert.Equal(2, (await Sent(ClosedLetter.Name)).Count);
    }

    [Fact]
    public async Task And_passes_the_question_whose_it_is()
    {
        var id = await Taken();
        await Close(id, new { outcome = "refused", ground = Ground.NotIdentified });
        await Reopen(id);

        Assert.Equal(StatusCodes.Status409Conflict, (await Close(id, new { outcome = "done" })).Status);
    }

    [Fact]
    public async Task All_letters_stand_in_one_thread_and_the_request_tells_what_became_of_each()
    {
        SendGrid.Answer = subject => SendGrid.Received.Count > 1 ? System.Net.HttpStatusCode.BadRequest : System.Net.HttpStatusCode.Accepted;
        var id = await Known();
        await Sent(ReceivedLetter.Name);
        await Close(id, new { outcome = "done" });
        await Sent(ClosedLetter.Name);

        var mails = SendGrid.Received.Where(mail => mail.TryGetProperty("headers", out _)).ToList();
        Assert.Equal(2, mails.Count);
        Assert.Equal([$"<{id}@voorbeeld.nl>"], mails.Select(mail => Text(mail.GetProperty("headers"), "References")).Distinct());
        Assert.Equal(2, mails.Select(mail => Text(mail.GetProperty("headers"), "Message-ID")).Distinct().Count());
        Assert.Single(mails.Select(mail => Text(mail, "subject")).Distinct());
        var letters = (await Get(id)).Json.GetProperty("letters").EnumerateArray().ToList();
        Assert.Equal([(ReceivedLetter.Name, true, false), (ClosedLetter.Name, false, true)], letters.Select(letter => (
            Text(letter, "kind"), letter.TryGetProperty("sentAt", out _), letter.TryGetProperty("givenUpAt", out _))));
    }

    [Fact]
    public async Task The_list_goes_by_deadline_in_pages_until_a_day()
    {
        var (third, first, second) = (await Taken(receivedOn: new(2026, 11, 20)), await Taken(receivedOn: new(2026, 10, 26)), await Taken(receivedOn: new(2026, 11, 9)));

        var page = await List("?limit=2");

        Assert.Equal([$"{first}", $"{second}"], page.GetProperty("items").EnumerateArray().Select(item => Text(item, "id")));
        Assert.Equal([$"{third}"], await Listed($"?limit=2&continuation={Uri.EscapeDataString(Text(page, "continuation"))}"));
        Assert.Equal([$"{first}"], await Listed("?status=open&until=2026-11-30"));
    }

    [Fact]
    public async Task The_register_prints_and_names_nobody()
    {
        var (open, closed) = (await Taken(), await Known("erasure"));
        await Close(closed, new { outcome = "refused", ground = "17(3)(e)" });

        var (first, second) = (await Printed("?status=open"), await Printed("?status=closed"));

        Assert.Contains($"<td>{Reference.Of(open)}</td><td>inzage</td><td>telefoon</td><td>23 november 2026</td><td>23 december 2026</td>", first, StringComparison.Ordinal);
        Assert.Contains("<td>geweigerd</td><td>artikel 17, lid 3, onder e</td>", second, StringComparison.Ordinal);
        Assert.All([first, second], page => Assert.DoesNotContain("Anna", page, StringComparison.Ordinal));

        async Task<string> Printed(string query) => (await Answer.Of<ListPrivacyRequests>(world, (function, request) => function.Run(request, None), compose: request =>
        {
            request.QueryString = new(query);
            request.Headers.Accept = Browser;
        })).Body;
    }

    private async Task<Id> Known(string kind = "access")
    {
        var id = await Taken(kind);
        await Identity(id, new { facts = new[] { "orderDate", "scanDate" } });
        return id;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<string> Events(JsonElement request) => request.GetProperty("events").EnumerateArray().Select(each => Text(each, "what"));
}
