using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>By the link in the letters about it somebody sees how their request stands, and how its last day came about.</summary>
public sealed partial class FollowRequestTests : RequestsWorld
{
    [Fact]
    public async Task From_the_letter_that_it_was_received_until_the_answer_the_page_tells_how_it_stands()
    {
        var id = await Confirmed();
        var token = Followed(Text(Assert.Single(await Sent(ReceivedLetter.Name))));

        var open = await Page(token);
        await Extend(id, "Het zijn er veel.");
        var extended = await Page(token);
        await Close(id, new { outcome = "refused", ground = "15(4)", note = "Zie de bijlage." });
        var closed = await Page(token);

        Assert.Contains("Je krijgt uiterlijk op 23 december 2026 antwoord.", open, StringComparison.Ordinal);
        Assert.Contains("één maand vanaf de dag waarop je verzoek binnenkwam, 23 november 2026", open, StringComparison.Ordinal);
        Assert.Contains("De reden: Het zijn er veel.", extended, StringComparison.Ordinal);
        Assert.Contains("Je krijgt uiterlijk op 23 februari 2027 antwoord.", extended, StringComparison.Ordinal);
        Assert.Contains("Je verzoek is beantwoord op 23 november 2026.", closed, StringComparison.Ordinal);
        Assert.Contains("artikel 15, lid 4, van de AVG", closed, StringComparison.Ordinal);
        Assert.Contains("Zie de bijlage.", closed, StringComparison.Ordinal);
        Assert.Contains("Autoriteit Persoonsgegevens", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_letter_about_it_has_the_link()
    {
        var id = await Confirmed();
        await Extend(id, "Het zijn er veel.");
        await HasLink(ReceivedLetter.Name);
        await HasLink(ExtendedLetter.Name);
        await Close(id, new { outcome = "done" });
        await HasLink(ClosedLetter.Name);

        async Task HasLink(string letter) => Assert.Equal(id, Id.Parse(Followed(Text(Assert.Single(await Sent(letter))))[..32]));
    }

    [Fact]
    public async Task A_day_on_which_nobody_works_is_told_with_its_name()
    {
        world.MoveTo(new DateOnly(2026, 11, 25));
        var id = await Taken(receivedOn: new(2026, 11, 25));

        var page = await Page(await Token(id), "en");

        Assert.Contains("25 December 2026 (Christmas Day) and 26 December 2026 (Boxing Day) and 27 December 2026 (Sunday)", page, StringComparison.Ordinal);
        Assert.Contains("So it comes to 28 December 2026.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_what_the_page_tells_and_nothing_of_who_did_it()
    {
        var id = await Confirmed();
        await Extend(id, "Het zijn er veel.");

        var answer = await Ask(await Token(id), browser: false);

        Assert.Equal(("open", "2027-02-23", "Het zijn er veel."), (
            answer.Json.GetProperty("status").GetString(), answer.Json.GetProperty("deadline").GetString(),
            answer.Json.GetProperty("extension").GetProperty("reason").GetString()));
        Assert.Equal(["confirmedOn", "deadline", "derivation", "extension", "kind", "receivedOn", "reference", "status"], answer.Json.EnumerateObject().Select(each => each.Name).Order(StringComparer.Ordinal));
        Assert.Equal("no-store", answer.Headers.CacheControl);
    }

    [Theory]
    [InlineData("2027-02-23", 200)]
    [InlineData("2027-02-24", 404)]
    public async Task Three_months_after_the_answer_the_link_has_served_its_time(string day, int status)
    {
        var id = await Confirmed();
        await Close(id, new { outcome = "done" });
        world.MoveTo(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(status, (await Ask(await Token(id))).Status);
    }

    [Theory]
    [InlineData("guessed")]
    [InlineData("to confirm it")]
    [InlineData("of one that is not confirmed")]
    [InlineData("of one that never was")]
    [InlineData("cut off")]
    public async Task A_link_that_opens_nothing_is_refused_like_any_other(string how)
    {
        var id = await Confirmed();
        await Ask(Form(email: "bea@example.nl"));
        var token = how switch
        {
            "guessed" => $"{id}{new string('0', 32)}",
            "to confirm it" => world.Get<ConfirmationLinks>().To(await Of(id)),
            "of one that is not confirmed" => await Token(Id.Parse((await Token())[..32])),
            "of one that never was" => world.Get<ConfirmationLinks>().Following(await Of(id) with { Id = world.NewId() }),
            _ => (await Token(id))[..^1],
        };

        var (page, program) = (await Ask(token), await Ask(token, browser: false));

        Assert.Equal((StatusCodes.Status404NotFound, StatusCodes.Status404NotFound), (page.Status, program.Status));
        Assert.Contains("Deze link werkt niet", page.Body, StringComparison.Ordinal);
        Assert.Equal((await Ask("x", browser: false)).Body, program.Body);
    }

    [Fact]
    public async Task When_its_address_becomes_another_the_new_one_gets_a_link_and_the_former_opens_nothing()
    {
        await Ask(Form());
        var toConfirm = await Token();
        await Confirm(toConfirm);
        var id = Id.Parse(toConfirm[..32]);
        var former = Followed(Text(Assert.Single(await Sent(ReceivedLetter.Name))));
        await Identity(id, new { method = "code" });

        await Rectify(new { email = Make.Email, changes = new { email = "anna.devries@example.nl" }, reason = "Zij belde" });
        await Rectify(new { email = Make.Email, changes = new { email = "anna.devries@example.nl" }, reason = "Zij belde" });
        var sent = await Sent(ReceivedLetter.Name);

        Assert.Equal(2, sent.Count);
        Assert.Equal("anna.devries@example.nl", sent[^1].GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString());
        Assert.Equal((404, 200), ((await Ask(former)).Status, (await Ask(Followed(Text(sent[^1])))).Status));
        Assert.Equal(404, (await Confirm(toConfirm)).Status);
    }

    [Fact]
    public async Task One_that_is_not_confirmed_is_confirmed_by_the_link_that_its_present_address_gets()
    {
        await Ask(Form());
        var former = await Token();

        await world.Get<Rectification>().Rectify(
            (await world.Get<SubjectRecords>().Find(world.Get<SubjectKeys>().AllOfEmail(Make.Email), None)).Records,
            new(null, "anna.devries@example.nl", null, null), request: null, new(world.Now, "officer", "Zij belde"), None);
        var present = await Token();

        Assert.Equal((404, 200), ((await Confirm(former)).Status, (await Confirm(present)).Status));
        Assert.Single(await Sent(ReceivedLetter.Name));
    }

    private async Task<Id> Confirmed()
    {
        await Ask(Form());
        var token = await Token();
        await Confirm(token);
        return Id.Parse(token[..32]);
    }

    private async Task<PrivacyRequest> Of(Id request) => (await Register.Find(request, None))!;

    private async Task<string> Token(Id request) => world.Get<ConfirmationLinks>().Following(await Of(request));

    private static string Followed(string letter) => Link().Match(letter).Groups[1].Value;

    private async Task<string> Page(string token, string language = "nl")
    {
        var answer = await Ask(token, language: language);
        Assert.Equal(StatusCodes.Status200OK, answer.Status);
        return WebUtility.HtmlDecode(answer.Body);
    }

    private Task<Answer> Ask(string token, bool browser = true, string language = "nl") => Answer.Of<FollowPrivacyRequest>(
        world, (function, request) => function.Run(request, token, None), compose: request =>
        {
            request.Method = HttpMethods.Get;
            request.Headers.Remove("Authorization");
            request.QueryString = new($"?language={language}");
            request.Headers.Accept = browser ? Browser : "application/json";
        });

    [GeneratedRegex("https://app\\.voorbeeld\\.nl/api/privacy-requests/follow/([0-9a-f]{64,72})\n")]
    private static partial Regex Link();
}
