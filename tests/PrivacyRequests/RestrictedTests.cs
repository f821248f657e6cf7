using System.Net.Http.Headers;
using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>What may only be stored (GDPR article 18) is not used: not by staff, in letters, nor by links of before.</summary>
public sealed class RestrictedTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;
    private readonly PrivacyOfficer officer = new(http);
    private readonly TusClient tus = new(http);
    private static int people;

    private readonly string email = $"restricted.{++people}@voorbeeld.nl";

    [Theory]
    [InlineData("POST", "orders/{order}/ship", """{"shippedOn":"{today}"}""")]
    [InlineData("POST", "orders/{order}/cancel", """{"cancelledOn":"{today}"}""")]
    [InlineData("PATCH", "orders/{order}", """{"name":"Els"}""")]
    [InlineData("PUT", "orders/{order}/consents/keep-scan", """{"answer":"yes","channel":"phone","language":"nl","textVersion":"1"}""")]
    [InlineData("PATCH", "scans/{scan}", """{"scannedOn":"{today}"}""")]
    [InlineData("POST", "scans/{scan}/copies", """{"disk":"SCHIJF-1"}""")]
    [InlineData("POST", "scans/{scan}/destroy", """{"reason":"Verkeerd opgeslagen","destroysNow":true}""")]
    [InlineData("GET", "orders/{order}", null)]
    [InlineData("GET", "orders/{order}/scans", null)]
    [InlineData("GET", "scans/{scan}/content", null)]
    public async Task Staff_do_not_use_it_until_that_is_lifted(string method, string path, string? body)
    {
        await world.Given.Disk();
        var order = await world.Given.OrderWithScan(email);
        path = path.Replace("{order}", $"{order.Id}", StringComparison.Ordinal)
            .Replace("{scan}", $"{order.Scans[0].Id}", StringComparison.Ordinal);
        await Restrict(new { email });
        var before = await Find(order);

        using var refused = await Ask();
        var after = await Find(order);
        await Restrict(new { email, lift = true, toldBy = "phone", toldOn = world.Today.Iso() });
        using var done = await Ask();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(["restrictedOn"], await refused.Faults());
        Assert.Equal(before.Due, after.Due);
        Assert.True(done.IsSuccessStatusCode, $"{done.StatusCode}");

        async Task<HttpResponseMessage> Ask()
        {
            using var request = new HttpRequestMessage(new(method), $"api/{path}");
            if (body is not null)
                request.Content = new StringContent(
                    body.Replace("{today}", world.Today.Iso(), StringComparison.Ordinal),
                    new MediaTypeHeaderValue(path.StartsWith("orders", StringComparison.Ordinal) && method == "PATCH" ? MergePatch.Type : "application/json"));
            return await http.Staff.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_withdrawal_that_she_tells_by_phone_is_written_down_all_the_same()
    {
        var order = await world.Given.OrderWithScan(email, agreed: order => order with { Consents = [Make.Agreed(world.Now), Make.Consent(world.Now)] });
        await Restrict(new { email });

        using var withdrawn = await officer.Ask(
            HttpMethod.Put, $"orders/{order.Id}/consents/keep-scan", """{"answer":"withdrawn","channel":"phone","language":"nl","textVersion":"1"}""", role: "staff");

        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        Assert.Equal(ConsentAnswer.Withdrawn, (await Find(order)).Answer(Purpose.KeepScan)?.Answer);
    }

    [Fact]
    public async Task Holds_are_placed_and_lifted_all_the_same()
    {
        var order = await world.Given.Order(email);
        await Restrict(new { email });

        using var placed = await officer.Ask(
            HttpMethod.Post, $"orders/{order.Id}/holds", $$"""{"reason":"Een claim","until":"{{world.Today.AddYears(1).Iso()}}"}""", role: "staff");
        var hold = (await placed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var lifted = await officer.Ask(HttpMethod.Delete, $"orders/{order.Id}/holds/{hold}", role: "staff");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.NoContent), (placed.StatusCode, lifted.StatusCode));
    }

    [Fact]
    public async Task It_is_left_out_of_the_list_of_orders()
    {
        var (order, other) = (await world.Given.Order(email), await world.Given.Order($"not.{email}"));
        await Restrict(new { email });

        using var list = await officer.Ask(HttpMethod.Get, "orders?limit=10", role: "staff");
        var listed = await list.Content.ReadAsStringAsync();

        Assert.DoesNotContain($"{order.Id}", listed, StringComparison.Ordinal);
        Assert.Contains($"{other.Id}", listed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("privacy", "Verzoek%20van%20de%20cli%C3%ABnt", HttpStatusCode.OK)]
    [InlineData("privacy", null, HttpStatusCode.Forbidden)]
    [InlineData("privacy", " ", HttpStatusCode.Forbidden)]
    [InlineData("staff", "Nieuwsgierig", HttpStatusCode.Conflict)]
    public async Task The_privacy_officer_may_look_for_a_reason_that_is_stated(string role, string? reason, HttpStatusCode expected)
    {
        var order = await world.Given.OrderWithScan(email);
        await Restrict(new { email });

        foreach (var path in new[] { $"orders/{order.Id}", $"orders/{order.Id}/scans", $"scans/{order.Scans[0].Id}/content" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"api/{path}");
            if (reason is not null)
                request.Headers.TryAddWithoutValidation("Reason", reason);
            using var answer = await (role == "privacy" ? http.Officer : http.Staff).SendAsync(request);
            // To open the file itself a reason is asked of everybody.
            var isFile = path.EndsWith("content", StringComparison.Ordinal);
            Assert.Equal((path, isFile && expected == HttpStatusCode.Forbidden ? HttpStatusCode.PreconditionRequired : expected), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task An_upload_is_neither_taken_away_nor_swept_until_that_is_lifted()
    {
        const string unfinished = "unfinished@example.nl";
        await using var own = await World.Start();
        var order = await own.Given.Order(unfinished);
        var upload = await own.Given.Upload(order);
        var subjects = own.Get<OrderStore>().SubjectsOf(order);
        await own.Restrict(subjects);
        own.MoveTo(own.Today.AddDays(8));

        var terminated = await own.Ask<TerminateUpload>((function, request) =>
        {
            request.Headers["Tus-Resumable"] = "1.0.0";
            return function.Run(request, $"{upload.Id}", default);
        });
        await own.Get<Sweep>().Run(Decider.Sweep, default);
        var kept = await own.Get<UploadStore>().Find(upload.Id, default);
        await own.LiftRestriction(subjects);
        await own.Get<Sweep>().Run(Decider.Sweep, default);

        Assert.Equal(409, terminated.StatusCode);
        Assert.NotNull(kept);
        Assert.Null(await own.Get<UploadStore>().Find(upload.Id, default));
    }

    [Fact]
    public async Task No_copy_is_said_to_be_destroyed()
    {
        var order = await world.Given.OrderWithScan("copied@example.nl", disks: ["SCHIJF-9"], agreed: order => order with { RestrictedOn = world.Today });

        using var refused = await http.Staff.PostAsJsonAsync($"api/scans/{order.Scans[0].Id}/copies/{order.Scans[0].Copies[0].Id}/destroyed", new { });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(["restrictedOn"], await refused.Faults());
    }

    [Fact]
    public async Task No_upload_is_begun_and_one_that_was_goes_on_when_that_is_lifted()
    {
        var order = (await world.Given.Order(email, agreed: order => order with { Consents = [Make.Agreed(world.Now)] })).Id;
        var path = await tus.Create(order, 2);
        await Restrict(new { email });

        using var begun = await tus.Send(
            HttpMethod.Post, "api/uploads", null, ("Upload-Length", "2"), ("Upload-Metadata", TusClient.Metadata(order)));
        using var refused = await tus.Append(path, 0, [1, 2]);
        await Restrict(new { email, lift = true, toldBy = "phone", toldOn = world.Today.Iso() });
        await tus.Resume(path, [1, 2]);

        Assert.Equal(["restrictedOn"], await begun.Faults());
        Assert.Equal(["restrictedOn"], await refused.Faults());
        Assert.Equal((409, 409), ((int)begun.StatusCode, (int)refused.StatusCode));
        await tus.OnlyScan(order);
    }

    [Fact]
    public async Task No_letter_is_written_of_it_nor_is_anybody_reminded_of_it()
    {
        var order = await world.Given.OrderWithScan(email, agreed: found => found with
        {
            Scans = [.. found.Scans.Select(scan => scan with
            {
                ScannedOn = world.Today.AddYears(-2),
                Facts = scan.Facts! with { Rejected = "Geen scan" },
            })],
        });
        var rejected = world.GetAll<ILetterRenderer>().Single(letter => letter.Kind == ScanRejectedLetter.Name);
        var before = await rejected.Render($"{order.Id}|{order.Scans[0].Id}", default);

        await Restrict(new { email });

        Assert.NotNull(before);
        Assert.Null(await rejected.Render($"{order.Id}|{order.Scans[0].Id}", default));
        Assert.NotNull(OrderRules.StalledSince(order, world.Today));
        Assert.Null(OrderRules.StalledSince(await Find(order), world.Today));
    }

    [Fact]
    public async Task Packages_of_before_are_closed_until_that_is_lifted_and_later_ones_are_not()
    {
        await world.Given.Message(email, phone: "06 41000001");
        var older = await Export(new { email });

        await Restrict(new { email, phone = "06 41000001" });
        var newer = await Export(new { email });
        await Restrict(new { email, phone = "06 41000001" });
        var restricted = (await Fetch(older), await Fetch(newer));
        await Restrict(new { email, phone = "06 41000001", lift = true, toldBy = "phone", toldOn = world.Today.Iso() });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), restricted);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Fetch(older), await Fetch(newer)));
    }

    [Fact]
    public async Task Who_restricted_it_when_and_why_is_kept_until_that_is_lifted()
    {
        var (message, order) = (await world.Given.Message(email), await world.Given.Order(email));

        await Restrict(new { email, reason = " Zij betwist de gegevens. " });
        await Restrict(new { email, reason = "Nog eens." });
        var (ofMessage, ofOrder) = ((await Find(message)).Interventions, (await Find(order)).Interventions);
        await Restrict(new { email, lift = true, toldBy = "phone", toldOn = world.Today.Iso() });

        Assert.Equal((world.Today, "Zij betwist de gegevens."), (ofOrder.RestrictedOn, ofOrder.RestrictionReason));
        Assert.NotNull(ofOrder.RestrictedBy);
        Assert.Equal(
            (ofOrder.RestrictedOn, ofOrder.RestrictedBy, ofOrder.RestrictionReason),
            (ofMessage.RestrictedOn, ofMessage.RestrictedBy, ofMessage.RestrictionReason));
        Assert.Equal((null, null, null), Restriction((await Find(message)).Interventions));
        Assert.Equal((null, null, null), Restriction((await Find(order)).Interventions));
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused()
    {
        using var answer = await officer.Ask(
            HttpMethod.Post, "subjects/restrict", JsonSerializer.Serialize(new { email, reason = new string('x', 501) }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["reason"], await answer.Faults());
    }

    private static (DateOnly?, string?, string?) Restriction(Interventions each) => (each.RestrictedOn, each.RestrictedBy, each.RestrictionReason);

    private Task<JsonElement> Restrict(object body) => officer.Post("subjects/restrict", body);

    private async Task<string> Export(object person) => (await Made(person)).GetProperty("link").GetString()!;

    private async Task<JsonElement> Made(object person)
    {
        using var answer = await officer.Ask(HttpMethod.Post, "subjects/export", JsonSerializer.Serialize(person));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpStatusCode> Fetch(string link)
    {
        using var answer = await http.Anyone.GetAsync(link);
        return answer.StatusCode;
    }

    private async Task<Order> Find(Order order) => (await world.Get<OrderStore>().Find(order.Id, default))!;

    private async Task<ContactMessage> Find(ContactMessage message) => (await world.Get<ContactMessages>().Find(message.Id, default))!;
}
