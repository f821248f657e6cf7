using SendGrid;
using WelWee3D.Tests.Http;
using WelWee3D.Tests.Mail;

namespace WelWee3D.Tests.Scans.Proof;

/// <summary>A client hears that her scan is gone, and where the proof is, before her address goes.</summary>
public sealed partial class ScanDestroyedLetterTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    private SendGridStandIn SendGrid { get; } = new();

    protected override WorldOptions Options => new() { Services = services => services.AddSingleton<ISendGridClient>(SendGrid.Client()) };

    [Theory]
    [InlineData("nl", "Je scan is vernietigd", "Op deze pagina staat het bewijs.", "Vernietigingsverklaring")]
    [InlineData("en", "Your scan has been destroyed", "On this page is the proof.", "Certificate of destruction")]
    public async Task After_the_night_she_is_written_in_her_language_and_the_link_shows_the_certificate(string language, string subject, string said, string title)
    {
        var order = await Shipped(order => order with { Client = order.Client with { Language = language } });
        await Swept();

        var letter = Assert.Single(await Sent());

        Assert.Equal((subject, "anna@example.nl"), (letter.GetProperty("subject").GetString(), To(letter)));
        Assert.Contains(said, Text(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("harde schijf", Text(letter), StringComparison.Ordinal);
        var page = await Show(Token(letter), language, isBrowser: true);
        Assert.Contains($"<h1>{title} 1</h1>", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", page.Body, StringComparison.Ordinal);
        var json = (await Show(Token(letter), language)).Json;
        Assert.Equal($"{order.Scans[0].Id}", json.GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_letter_to_print_has_a_code_that_leads_to_the_proof_with_the_key_and_names_nobody()
    {
        var order = await Shipped();
        await Swept();
        var mail = Assert.Single(await Sent());
        var (token, key) = (Token(mail), world.Get<LogKeys>().OnLetters);

        var letter = WebUtility.HtmlDecode((await Letter(token)).Body);

        Assert.Contains(key, Text(mail), StringComparison.Ordinal);
        Assert.Contains(key, letter, StringComparison.Ordinal);
        Assert.Contains($"{world.Get<ProofLinks>().To(token)}#k={key.TrimEnd('=').Replace('+', '-').Replace('/', '_')}", letter, StringComparison.Ordinal);
        Assert.Contains("<svg role=\"img\"", letter, StringComparison.Ordinal);
        Assert.All([order.Client.Name, order.Client.Email, $"{order.Id}", $"{Reference.Of(order.Id)}"], personal => Assert.DoesNotContain(personal, letter, StringComparison.Ordinal));
        Assert.Equal(StatusCodes.Status404NotFound, (await Letter(world.Get<PersonalLinks>().To("consent-link", order.Scans[0].Id))).Status);
    }

    [Fact]
    public async Task She_is_written_once()
    {
        var order = await Shipped();
        await Swept();
        Assert.Single(await Sent());
        var renderer = world.GetAll<ILetterRenderer>().Single(each => each.Kind == ScanDestroyedLetter.Name);

        await renderer.Delivered(ScanDestroyedLetter.Of(order.Id, order.Scans[0].Id).Reference, sent: true, world.Now, None);
        world.MoveTo(world.Today.AddDays(1));
        await Swept();
        await world.Get<Reconciliation>().Run(None);

        Assert.Single(await Sent());
    }

    [Fact]
    public async Task Before_an_erasure_takes_her_address_she_is_written()
    {
        var order = await Shipped();

        var report = await Erase(order);

        Assert.Equal([Kinds.Order, Kinds.Scan], report.Destroyed.Select(each => each.Item.Kind).Order());
        Assert.Null(await Find(order));
        var letter = Assert.Single(await Sent());
        Assert.Contains("We wissen ook je bestelling, met je adres daarin", Text(letter), StringComparison.Ordinal);
        Assert.Contains("Loopt er nog een verzoek van je, dan krijg je daar nog antwoord op", Text(letter), StringComparison.Ordinal);
        Assert.Contains($"Tot {LetterBody.Day(world.Today.AddDays(8), "nl")} kan de opslag het bestand nog terughalen.", Text(letter), StringComparison.Ordinal);
        Assert.Contains("Vernietigingsverklaring", (await Show(Token(letter), "nl", isBrowser: true)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_mail_service_is_away_her_order_waits_for_it_until_the_night_after()
    {
        var order = await Shipped();
        SendGrid.Answer = _ => null;

        var report = await Erase(order);

        var waiting = Assert.Single(report.Suspended);
        var suspension = Assert.Single(waiting.Retention.SuspendedBy);
        Assert.Equal((order.Id, Suspension.Proof, world.Today.AddDays(1)), (waiting.Item.Id, suspension.Kind, suspension.Until));
        SendGrid.Answer = _ => HttpStatusCode.Accepted;
        world.Wait(TimeSpan.FromMinutes(2));
        Assert.NotEmpty(await Sent());
        await Swept();
        Assert.Null(await Find(order));
    }

    [Fact]
    public async Task But_no_longer_than_a_letter_is_tried_for()
    {
        var order = await Shipped();
        SendGrid.Answer = _ => HttpStatusCode.ServiceUnavailable;
        await Erase(order);

        for (var hour = 0; hour < 48; hour++)
        {
            await Sent();
            world.Wait(TimeSpan.FromHours(1));
        }
        await Swept();

        Assert.Null(await Find(order));
    }

    [Fact]
    public async Task When_it_cannot_be_delivered_her_address_goes_at_once()
    {
        var order = await Shipped();
        SendGrid.Answer = _ => HttpStatusCode.BadRequest;

        await Erase(order);

        Assert.Null(await Find(order));
    }

    [Fact]
    public async Task Of_a_file_that_was_no_scan_and_of_one_that_was_anothers_she_hears_nothing()
    {
        var rejected = await world.Given.OrderWithScan(world.Given.NewAddress(), file: "no scan at all"u8.ToArray());
        var wrong = await world.Given.OrderWithScan(world.Given.NewAddress());
        var right = await world.Given.Order(world.Given.NewAddress());
        await world.Given.Change(rejected, order => order.With(order.Scans[0] with { DestructionAskedOn = world.Today }));
        await world.Given.Change(wrong, order => order.With(order.Scans[0] with { DestructionAskedOn = world.Today, MovedTo = right.Id }));

        await Swept();

        Assert.Empty((await Find(rejected))!.Scans.Concat((await Find(wrong))!.Scans));
        Assert.Empty(await Sent());
    }

    [Theory]
    [InlineData(1, "nog een kopie op een harde schijf van de praktijk")]
    [InlineData(2, "nog 2 kopieën op harde schijven van de praktijk")]
    public async Task Copies_on_disks_are_told_by_their_number_and_the_page_has_the_certificate_when_they_are_wiped(int disks, string told)
    {
        List<DiskCopy> copies = [.. Enumerable.Range(1, disks).Select(each => Make.Copy(world.Now, $"SCHIJF-{each}"))];
        var order = await Shipped(order => order.With(order.Scans[0] with { Copies = copies }));
        await Swept();

        var letter = Assert.Single(await Sent());

        Assert.Contains(told, Text(letter), StringComparison.Ordinal);
        Assert.Contains("Is dat gedaan, dan staat op deze pagina het bewijs.", Text(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("Op deze pagina staat het bewijs.", Text(letter), StringComparison.Ordinal);
        Assert.Contains("De verklaring is nog niet af", (await Show(Token(letter), "nl", isBrowser: true)).Body, StringComparison.Ordinal);
        Assert.Equal(disks, (await Show(Token(letter), "nl")).Json.GetProperty("copiesLeft").GetInt32());
        foreach (var copy in copies)
            await world.Get<DestroyedScans>().Confirm(order.Scans[0].Id, copy.Id, null, "staff", None);
        Assert.Contains("Vernietigingsverklaring 1", (await Show(Token(letter), "nl", isBrowser: true)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_brought_back_before_she_was_written_is_not_told_to_be_gone_and_a_link_says_so()
    {
        var order = await Shipped();
        await Swept();
        var token = world.Get<PersonalLinks>().To("proof-link", order.Scans[0].Id);
        var number = (await world.Get<Certificates>().NewestFirst(null, 1, None).FirstAsync()).Number;

        var undone = await Answer.Of<UndoDestruction>(
            world, (function, request) => function.Run(request, None),
            new { certificate = number, reason = "Verkeerde datum", hold = new { reason = "Uitzoeken", until = world.Today.AddYears(1).Iso() } });

        Assert.InRange(undone.Status, 200, 201);
        Assert.Empty(await Sent());
        Assert.Contains("Verklaring van herstel", (await Show(token, "nl", isBrowser: true)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_that_lead_to_nothing_are_refused_alike()
    {
        var order = await Shipped();
        var links = world.Get<PersonalLinks>();
        string[] tokens =
        [
            links.To("proof-link", order.Scans[0].Id), links.To("consent-link", order.Id), links.To("proof-link", world.NewId()), new('0', 64), "x", $"{order.Id}",
        ];

        var answers = new List<Answer>();
        foreach (var token in tokens)
            answers.Add(await Show(token, "nl", isBrowser: true));

        Assert.All(answers, answer => Assert.Equal((StatusCodes.Status404NotFound, answers[0].Body), (answer.Status, answer.Body)));
        Assert.Equal(StatusCodes.Status404NotFound, (await Show(tokens[0], "nl")).Status);
    }

    /// <summary>An order whose scan goes in the next night.</summary>
    private async Task<Order> Shipped(Func<Order, Order>? agreed = null)
    {
        var order = await world.Given.OrderWithScan("anna@example.nl");
        await world.Given.Change(order, found => (agreed?.Invoke(found) ?? found) with { OpenedOn = world.Today.AddMonths(-4), ShippedOn = world.Today.AddMonths(-3) });
        return order;
    }

    private async Task Swept() => Assert.Empty((await world.Get<Sweep>().Run(Decider.Sweep, None)).Unfinished);

    private Task<ErasureReport> Erase(Order order) => world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", None);

    private Task<Order?> Find(Order order) => world.Get<OrderStore>().Find(order.Id, None);

    /// <summary>Sends what waits, and returns all letters of this kind.</summary>
    private async Task<IReadOnlyList<JsonElement>> Sent()
    {
        await world.Function<SendLetters>().Run(new TimerInfo(), None);
        return [.. SendGrid.Received.Where(mail => mail.GetProperty("subject").GetString() is "Je scan is vernietigd" or "Your scan has been destroyed")];
    }

    private Task<Answer> Show(string token, string language, bool isBrowser = false) => Answer.Of<ShowProof>(
        world, (function, request) => function.Run(request, token, None), compose: request =>
        {
            request.Method = HttpMethods.Get;
            request.Headers.Remove("Authorization");
            request.QueryString = new($"?language={language}");
            request.Headers.Accept = isBrowser ? "text/html" : "application/json";
        });

    private Task<Answer> Letter(string token) => Answer.Of<ShowProofLetter>(
        world, (function, request) => function.Run(request, token, None), compose: request =>
        {
            request.Method = HttpMethods.Get;
            request.Headers.Remove("Authorization");
        });

    private static string To(JsonElement mail) => mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString()!;

    private static string Text(JsonElement mail) => mail.GetProperty("content")[0].GetProperty("value").GetString()!;

    private static string Token(JsonElement mail) => TokenInLetter().Match(Text(mail)).Groups[1].Value;

    [GeneratedRegex("https://app.voorbeeld.nl/api/proof/([0-9a-f]{64})#k=[0-9A-Za-z_-]{43}\n")]
    private static partial Regex TokenInLetter();
}
