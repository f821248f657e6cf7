using System.Net.Http.Headers;
using System.Net.Sockets;
using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Audit;

public sealed class AuditTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_scan_is_not_opened_before_a_reason_is_stated(string method)
    {
        var scan = (await world.Given.OrderWithScan()).Scans[0].Id;
        using var staff = HttpWorld.Client(world);
        staff.DefaultRequestHeaders.Authorization = http.Staff.DefaultRequestHeaders.Authorization;

        foreach (var reason in new[] { null, "%20", "twee%0Aregels", new string('a', 501) })
        {
            using var request = new HttpRequestMessage(new(method), $"api/scans/{scan}/content");
            if (reason is not null)
                request.Headers.TryAddWithoutValidation("Reason", reason);
            using var answer = await staff.SendAsync(request);

            Assert.Equal(HttpStatusCode.PreconditionRequired, answer.StatusCode);
            if (method == "GET")
                Assert.Equal(["Reason"], await answer.Faults());
        }
        Assert.Empty(await Audit($"scan={scan}"));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("retention/due")]
    public async Task Days_that_end_before_they_begin_are_refused(string path)
    {
        using var answer = await http.Officer.GetAsync($"api/{path}?from=2027-02-02&until=2027-02-01");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["until"], await answer.Faults());
    }

    [Fact]
    public async Task Who_opened_it_is_told_with_role_moment_and_reason()
    {
        var scan = (await world.Given.OrderWithScan()).Scans[0].Id;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/scans/{scan}/content");
        request.Headers.TryAddWithoutValidation("Reason", "Cli%C3%ABnt%20belde");
        request.Headers.Range = new RangeHeaderValue(0, 4);
        using var opened = await http.Staff.SendAsync(request);

        var happened = Assert.Single(await Audit($"scan={scan}"));

        Assert.Equal(HttpStatusCode.PartialContent, opened.StatusCode);
        Assert.Equal("GET scans/{id}/content", Text(happened, "action"));
        Assert.Equal(("R", $"scan|{scan}"), (Text(happened, "actionCode"), Text(happened, "object")));
        Assert.Equal(("staff", "Cliënt belde"), (Text(happened, "role"), Text(happened, "reason")));
        Assert.NotEmpty(Text(happened, "who")!);
        Assert.Equal(world.Today, Amsterdam.DateOf(happened.GetProperty("at").GetDateTimeOffset()));
    }

    [Theory]
    [InlineData("GET", "api/SCANS/{0}/content")]
    [InlineData("HEAD", "api/scans/{0}/CONTENT")]
    [InlineData("GET", "API/Scans/{0}/Content")]
    [InlineData("GET", "api/scans/{0}/content/")]
    [InlineData("GET", "api/%73cans/{0}/c%6Fntent")]
    [InlineData("GET", "api/%53CANS/{0}/%43ontent/")]
    [InlineData("gEt", "api/scans/{0}/content")]
    [InlineData("GET", "api/./orders/../scans/{0}/content")]
    public async Task However_its_address_is_written_she_reads_that_it_was_opened(string method, string path)
    {
        var order = await world.Given.OrderWithScan();
        var scan = order.Scans[0].Id;

        var status = await Sent(method, string.Format(CultureInfo.InvariantCulture, path, scan));

        Assert.Equal(200, status);
        var happened = Assert.Single(await Audit($"scan={scan}"));
        Assert.Equal(($"{method.ToUpperInvariant()} scans/{{id}}/content", "R"), (Text(happened, "action"), Text(happened, "actionCode")));
        Assert.Single(await world.Get<ScanLooks>().Of([(scan, [])], default));
    }

    [Theory]
    [InlineData("api//scans/{0}/content")]
    [InlineData("//api/scans/{0}/content")]
    [InlineData("api/scans//{0}/content")]
    [InlineData("api/scans/{0}/content//")]
    [InlineData("api/scans%2F{0}/content")]
    [InlineData("api/scans/{0}%2Fcontent")]
    [InlineData("api/%2573cans/{0}/content")]
    public async Task An_address_that_leads_to_no_function_opens_nothing(string path)
    {
        var scan = (await world.Given.OrderWithScan()).Scans[0].Id;

        Assert.Equal(404, await Sent("GET", string.Format(CultureInfo.InvariantCulture, path, scan)));
    }

    [Fact]
    public async Task What_is_changed_in_capitals_is_told_of_what_it_was_done_to()
    {
        var order = await world.Given.OrderWithScan();
        using var held = await http.Staff.PostAsJsonAsync(
            $"api/ORDERS/{order.Id}/Holds/", new { reason = "Schade gemeld", until = world.Today.AddDays(9).Iso() });

        Assert.Equal(HttpStatusCode.Created, held.StatusCode);
        Assert.Contains(await Audit(), each => (Text(each, "action"), Text(each, "object")) == ("POST orders/{id}/holds", $"order|{order.Id}"));
    }

    [Fact]
    public async Task What_is_made_changed_and_listed_is_told_and_no_value_of_it()
    {
        using var made = await http.Staff.PostAsJsonAsync("api/orders", new { name = "Zwaantje", email = "zwaantje@example.nl", language = "nl" });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var listed = await http.Staff.GetAsync("api/orders?email=zwaantje%40example.nl");
        using var held = await http.Staff.PostAsJsonAsync($"api/orders/{id}/holds", new { reason = "Zwaantje claimt", until = world.Today.AddDays(9).Iso() });

        var told = await Audit();

        Assert.Equal([("POST orders", "C"), ("POST orders/{id}/holds", "C")], told.Where(each => Text(each, "object") == $"order|{id}").Select(each => (Text(each, "action"), Text(each, "actionCode"))));
        Assert.Contains(told, each => (Text(each, "action"), Text(each, "object")) == ("GET orders", "order"));
        Assert.DoesNotContain(await world.Storage.Rows(AuditEvents.TableName), row => row.Any(column => $"{column.Value}".Contains("zwaantje", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_call_that_is_refused_or_finds_nothing_is_no_event_nor_is_the_apps_own_work()
    {
        using var unknown = await http.Staff.GetAsync($"api/orders/{world.NewId()}");
        using var forbidden = await http.Staff.GetAsync("api/retention/due");
        using var disks = await http.Staff.GetAsync("api/disks");
        using var runs = await http.Officer.GetAsync("api/retention/runs");

        Assert.DoesNotContain(await Audit(), each => Text(each, "outcome") is "404" or "403" || Text(each, "action") is "GET disks" or "GET retention/runs");
        Assert.Equal(HttpStatusCode.OK, runs.StatusCode);
    }

    [Theory]
    [InlineData("7c9e6679-7425-40de-944b-e07fc1f90ae7")]
    [InlineData("01a203ed58e17e2785c86afb47600260")]
    public async Task For_whom_it_was_done_is_told_where_the_caller_says_so(string whom)
    {
        var scan = (await world.Given.OrderWithScan()).Scans[0].Id;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/scans/{scan}/content");
        request.Headers.Add("On-Behalf-Of", whom);
        using var opened = await http.Staff.SendAsync(request);

        Assert.Equal(whom, Text(Assert.Single(await Audit($"scan={scan}")), "onBehalfOf"));
    }

    [Fact]
    public async Task What_a_person_says_by_phone_is_written_down_on_her_behalf()
    {
        using var asked = await http.Officer.PostAsJsonAsync(
            "api/privacy-requests", new { kind = "access", name = "Zus", email = "zus@example.nl", language = "nl", channel = "phone", receivedOn = world.Today.Iso() });
        var order = await world.Given.OrderWithScan();
        using var agreed = await http.Staff.PutAsJsonAsync(
            $"api/orders/{order.Id}/consents/keep-scan", new { answer = "yes", channel = "phone", language = "nl", textVersion = "1" });

        var told = await Audit();

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (asked.StatusCode, agreed.StatusCode));
        Assert.All(
            told.Where(each => Text(each, "action") is "POST privacy-requests" or "PUT orders/{id}/consents/keep-scan"),
            each => Assert.Equal(Text(each, "object"), Text(each, "onBehalfOf")));
        Assert.Contains(told, each => Text(each, "onBehalfOf") == $"order|{order.Id}");
    }

    [Theory]
    [InlineData("On-Behalf-Of", "Anna de Vries")]
    [InlineData("On-Behalf-Of", "")]
    [InlineData("Reason", "Client%20111222333%20belde")]
    public async Task A_header_that_must_not_be_written_down_is_refused_by_its_name(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/orders/{(await world.Given.OrderWithScan()).Id}");
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await http.Staff.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([header], await answer.Faults());
    }

    [Fact]
    public async Task A_disk_that_is_registered_and_a_reading_of_the_audit_are_events()
    {
        using var disk = await http.Staff.PostAsJsonAsync("api/disks", new { label = "SCHIJF-77" });
        await Audit();

        var told = await Audit();

        Assert.Contains(told, each => Text(each, "action") == "POST disks" && Text(each, "object")!.StartsWith("disk|", StringComparison.Ordinal));
        Assert.Contains(told, each => (Text(each, "action"), Text(each, "role")) == ("GET audit", "privacy"));
    }

    [Fact]
    public async Task It_is_read_by_the_privacy_officer_alone_and_page_by_page()
    {
        var scan = (await world.Given.OrderWithScan()).Scans[0].Id;
        foreach (var _ in Enumerable.Range(0, 3))
            using ((await http.Staff.GetAsync($"api/scans/{scan}/content")).EnsureSuccessStatusCode()) { }
        using var staff = await http.Staff.GetAsync("api/audit");

        var whole = await Audit($"scan={scan}");
        var first = await Page($"scan={scan}&limit=2");
        var second = await Page($"scan={scan}&limit=2&continuation={first.GetProperty("continuation").GetString()}");

        Assert.Equal(HttpStatusCode.Forbidden, staff.StatusCode);
        Assert.Equal(3, whole.Count);
        Assert.Equal(whole.Select(each => Text(each, "id")), new[] { first, second }.SelectMany(Items).Select(each => Text(each, "id")));
        Assert.Empty(await Audit($"scan={scan}&until={world.Today.AddDays(-1).Iso()}"));
        Assert.Empty(await Audit($"from={world.Today.AddDays(1).Iso()}"));
    }

    [Theory]
    [InlineData("from", "gisteren")]
    [InlineData("until", "1999-12-31")]
    [InlineData("scan", "buik.stl")]
    [InlineData("by", "anna")]
    public async Task A_question_that_cannot_be_read_is_told_by_its_parameter(string parameter, string value)
    {
        using var answer = await http.Officer.GetAsync($"api/audit?{parameter}={value}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([parameter], await answer.Faults());
    }

    [Fact]
    public async Task A_client_reads_on_her_page_who_looked_at_her_scan_and_why_and_never_by_which_account()
    {
        var order = await world.Given.OrderWithScan();
        foreach (var _ in Enumerable.Range(0, 2))
            using ((await http.Staff.GetAsync($"api/scans/{order.Scans[0].Id}/content")).EnsureSuccessStatusCode()) { }
        var who = Text((await Audit($"scan={order.Scans[0].Id}"))[0], "who")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, world.Get<ConsentLinks>().To(order).AbsolutePath);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await http.Anyone.SendAsync(request);

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains("Wie heeft je scan bekeken?", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split($"een medewerker. De reden: {HttpWorld.Reason}").Length);
        Assert.DoesNotContain(who, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_in_her_package()
    {
        const string email = "looked.at@example.nl";
        var scan = (await world.Given.OrderWithScan(email)).Scans[0].Id;
        using ((await http.Staff.GetAsync($"api/scans/{scan}/content")).EnsureSuccessStatusCode()) { }
        var (writer, subjects) = (world.Get<PackageWriter>(), new[] { world.Get<SubjectKeys>().OfEmail(email) });
        using var file = new MemoryStream();

        await writer.Write(new ExportPackage(world.NewId(), subjects, await writer.Contents(subjects, default), ""), file, default);

        using var package = new OpenedPackage(file);
        var look = Assert.Single(package.Rows("looks"));
        Assert.Equal((scan.ToString(), world.Today.Iso(), "staff", HttpWorld.Reason), (Text(look, "scan"), Text(look, "on"), Text(look, "role"), Text(look, "reason")));
    }

    [Fact]
    public async Task That_a_scan_left_with_a_package_is_an_event_of_that_scan_too()
    {
        var email = world.Given.NewAddress();
        var (scan, other) = ((await world.Given.OrderWithScan(email)).Scans[0].Id, (await world.Given.OrderWithScan()).Scans[0].Id);

        using var made = await http.Officer.Export(new { email });

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var left = Assert.Single(await Audit($"scan={scan}"));
        Assert.Equal(("POST subjects/export", $"scan|{scan}", "privacy"), (Text(left, "action"), Text(left, "object"), Text(left, "role")));
        Assert.Empty(await Audit($"scan={other}"));
    }

    /// <summary>To the letter: a client of .NET would write method and path as it should be.</summary>
    private async Task<int> Sent(string method, string path)
    {
        using var connection = new TcpClient(world.Address.Host, world.Address.Port);
        using var reader = new StreamReader(connection.GetStream());
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"{method} /{path} HTTP/1.1\r\nHost: {world.Address.Authority}\r\nConnection: close\r\n"
            + $"Authorization: {http.Staff.DefaultRequestHeaders.Authorization}\r\nReason: {HttpWorld.Reason}\r\n\r\n"));
        return int.Parse((await reader.ReadLineAsync())!.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task That_her_scan_was_given_out_with_a_package_or_with_everything_she_reads_with_why()
    {
        var email = world.Given.NewAddress();
        var order = await world.Given.OrderWithScan(email);
        using (var unsaid = await http.Officer.GetAsync("api/takeout"))
            Assert.Equal(HttpStatusCode.PreconditionRequired, unsaid.StatusCode);
        using (var taken = new HttpRequestMessage(HttpMethod.Get, "api/takeout"))
        {
            taken.Headers.Add(StatedReason.Header, "De%20praktijk%20verhuist");
            using var all = await http.Officer.SendAsync(taken);
            await all.Content.ReadAsByteArrayAsync();
        }
        using var made = await http.Officer.Export(new { email });
        using var request = new HttpRequestMessage(HttpMethod.Get, world.Get<ConsentLinks>().To(order).AbsolutePath);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await http.Anyone.SendAsync(request);

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        using var package = new OpenedPackage(await http.Anyone.GetStreamAsync((await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString()));

        Assert.Contains("de medewerker voor privacy haalde alles op wat de praktijk heeft, ook je scan. De reden: De praktijk verhuist", page, StringComparison.Ordinal);
        Assert.Contains($"de medewerker voor privacy maakte een pakket van wat er van je is, met je scan erin. De reden: {HttpWorld.Reason}", page, StringComparison.Ordinal);
        Assert.Equal(["takeOut", "package"], package.Rows("looks").Select(look => Text(look, "kind")));
        Assert.Equal(["GET takeout", "POST subjects/export"], (await Audit($"scan={order.Scans[0].Id}")).Select(each => Text(each, "action")));
    }

    private async Task<IReadOnlyList<JsonElement>> Audit(string query = "") => [.. Items(await Page($"{query}&limit=100"))];

    private async Task<JsonElement> Page(string query)
    {
        using var answer = await http.Officer.GetAsync($"api/audit?{query.TrimStart('&')}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IEnumerable<JsonElement> Items(JsonElement page) => page.GetProperty("items").EnumerateArray();

    private static string? Text(JsonElement happened, string name) =>
        happened.TryGetProperty(name, out var value) ? $"{value}" : null;
}
