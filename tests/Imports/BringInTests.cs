using System.Net.Http.Headers;
using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Imports;

/// <summary>Records of before, from a file.</summary>
public sealed class BringInTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private const string Contacts = "receivedOn,channel,name,email,phone,message\n";
    private const string Orders = "openedOn,name,email,language,shippedOn,keepScan,keepScanOn,consentChannel,consentTextVersion\n";

    private DateOnly Today => http.World.Today;

    [Fact]
    public async Task Messages_are_kept_from_the_day_on_which_they_were_received_and_nobody_is_written_to()
    {
        var on = Today.AddYears(-2);

        var answer = await Ok("contacts", $"{Contacts}{on.Iso()},phone,Anna,anna@import.example,06 12345678,\"Kan dat, of niet?\nGraag bericht.\"\n");

        var item = Assert.Single(Items(answer));
        Assert.Equal((2, "new"), (item.GetProperty("line").GetInt32(), item.GetProperty("state").GetString()));
        var kept = (await http.World.Get<ContactMessages>().Find(Id.Parse(item.GetProperty("id").GetString()!), default))!;
        Assert.Equal(("Kan dat, of niet?\nGraag bericht.", "+31612345678", on, on.AddYears(5)), (kept.Message, kept.Phone, kept.ReceivedOn, kept.Due.On));
        Assert.DoesNotContain(await http.World.Storage.Rows("Letters"), letter => letter.RowKey.StartsWith($"{kept.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Orders_come_with_what_was_answered_and_decided()
    {
        var opened = Today.AddMonths(-14);

        var answer = await Ok("orders", $"{Orders}{opened.Iso()},Bea,bea@import.example,nl,{opened.AddMonths(2).Iso()},yes,{opened.AddDays(1).Iso()},paper,1\n");

        var id = Assert.Single(Items(answer)).GetProperty("id").GetString();
        var order = await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{id}");
        Assert.Equal((opened.Iso(), opened.AddMonths(2).Iso()), (order.GetProperty("openedOn").GetString(), order.GetProperty("shippedOn").GetString()));
        var consent = Assert.Single(order.GetProperty("consents").EnumerateArray());
        Assert.Equal(("keep-scan", "yes", opened.AddDays(1).Iso()), (Text(consent, "purpose"), Text(consent, "answer"), Text(consent, "givenOn")));
        Assert.Equal([id], Items(await http.Staff.GetFromJsonAsync<JsonElement>("api/orders?email=bea@import.example")).Select(each => Text(each, "id")));
        Assert.Equal(opened.AddYears(5), (await http.World.Get<OrderStore>().Find(Id.Parse(id!), default))!.Due.On);
    }

    [Fact]
    public async Task A_dry_run_names_the_problem_of_each_line_and_stores_nothing()
    {
        var file = $"""
            {Contacts.Trim()}
            {Today.Iso()},phone,Carla,carla@import.example,,Hallo
            {Today.AddDays(1).Iso()},phone,Carla,carla@import.example,,Hallo

            {Today.Iso()},fax,Carla,geen-adres,,"Een regel
            en nog een"
            32-13-2026,phone,,,,Hallo
            {Today.Iso()},phone,Carla,carla@import.example,,Hallo,te veel

            """;

        var dry = await Ok("contacts", file, dryRun: true);
        using var real = await Post("contacts", file);

        Assert.Equal([(3, "receivedOn"), (5, "channel"), (5, "email"), (7, "email"), (7, "name"), (7, "receivedOn"), (8, "line")], Problems(dry));
        Assert.Equal((5, 1), (dry.GetProperty("lines").GetInt32(), dry.GetProperty("new").GetInt32()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, real.StatusCode);
        Assert.Equal(Problems(dry).Select(each => $"lines[{each.Line}].{each.Field}"), (await real.Faults()).Order(StringComparer.Ordinal));
        Assert.Empty(Items(await http.Staff.GetFromJsonAsync<JsonElement>("api/contacts?email=carla@import.example")));
    }

    [Fact]
    public async Task The_same_file_sent_again_makes_no_doubles_however_it_is_written()
    {
        var on = Today.AddMonths(-3);
        var first = await Ok("contacts", $"{Contacts}{on.Iso()},phone,Dirk,dirk@import.example,06 12345678,Hallo\n");
        var again = await Ok(
            "contacts", $"\uFEFFMessage;Name;EMAIL;phone;channel;receivedOn\r\nHallo;Dirk;Dirk@IMPORT.example;+31612345678;Phone;{on:dd-MM-yyyy}\r\n");
        var order = await Ok("orders", $"{Orders}{on.Iso()},Dirk,dirk@import.example,nl,,,,,\n");
        await Post($"api/orders/{Text(Items(order).Single(), "id")}/ship", new { shippedOn = Today.Iso() });
        var orderAgain = await Ok("orders", $"{Orders}{on.Iso()},Dirk,dirk@import.example,nl,,,,,\n");

        Assert.Equal((Text(Items(first).Single(), "id"), "standing"), (Text(Items(again).Single(), "id"), Text(Items(again).Single(), "state")));
        Assert.Equal((Text(Items(order).Single(), "id"), "standing"), (Text(Items(orderAgain).Single(), "id"), Text(Items(orderAgain).Single(), "state")));
        Assert.Single(Items(await http.Staff.GetFromJsonAsync<JsonElement>("api/contacts?email=dirk@import.example")));
        Assert.Equal("shipped", Text(Items(await http.Staff.GetFromJsonAsync<JsonElement>("api/orders?email=dirk@import.example")).Single(), "state"));
    }

    [Fact]
    public async Task What_was_erased_does_not_come_back_with_its_file()
    {
        var contacts = $"{Contacts}{Today.AddDays(-9).Iso()},phone,Els,els@import.example,,Hallo\n";
        var orders = $"{Orders}{Today.AddDays(-9).Iso()},Els,els@import.example,nl,,,,,\n";
        await Ok("contacts", contacts);
        await Ok("orders", orders);
        await http.World.Get<Erasure>().Erase([http.World.Get<SubjectKeys>().OfEmail("els@import.example")], "officer", default);

        Assert.Equal(1, (await Ok("contacts", contacts)).GetProperty("destroyed").GetInt32());
        Assert.Equal(1, (await Ok("orders", orders)).GetProperty("destroyed").GetInt32());
        Assert.Empty(Items(await http.Staff.GetFromJsonAsync<JsonElement>("api/orders?email=els@import.example")));
    }

    [Fact]
    public async Task Two_lines_for_the_same_need_a_reference_each()
    {
        var line = $"{Today.Iso()},Fem,fem@import.example,nl";
        var same = await Ok("orders", $"openedOn,name,email,language\n{line}\n{line}\n", dryRun: true);
        var told = await Ok("orders", $"openedOn,name,email,language,reference\n{line},1\n{line},2\n");

        Assert.Equal([(3, "reference")], Problems(same));
        Assert.Equal(2, told.GetProperty("new").GetInt32());
        Assert.Equal(2, Items(await http.Staff.GetFromJsonAsync<JsonElement>("api/orders?email=fem@import.example")).Count());
    }

    [Theory]
    [InlineData("contacts", "receivedOn", "2000-01-01,phone,Gijs,gijs@import.example,,Hallo", Contacts)]
    [InlineData("orders", "openedOn", "2000-01-01,Gijs,gijs@import.example,nl,,,,,", Orders)]
    [InlineData("orders", "shippedOn", "2026-01-05,Gijs,gijs@import.example,nl,2026-01-04,,,,", Orders)]
    [InlineData("orders", "keepScanOn", "2026-01-05,Gijs,gijs@import.example,nl,,yes,,paper,1", Orders)]
    [InlineData("orders", "keepScan", "2026-01-05,Gijs,gijs@import.example,nl,,,2026-01-05,,", Orders)]
    [InlineData("orders", "consentChannel", "2026-01-05,Gijs,gijs@import.example,nl,,yes,2026-01-05,,1", Orders)]
    [InlineData("orders", "consentTextVersion", "2026-01-05,Gijs,gijs@import.example,nl,,yes,2026-01-05,paper,0", Orders)]
    [InlineData("orders", "name", "2026-01-05,Gijs 111222333,gijs@import.example,nl,,,,,", Orders)]
    [InlineData("orders", "openedOn", ",Gijs,gijs@import.example,nl,,,,,", Orders)]
    [InlineData("orders", "postalCode", "2026-01-05,Gijs,gijs@import.example,nl,Dam 1,1012,Amsterdam,NL", "openedOn,name,email,language,line1,postalCode,city,country\n")]
    [InlineData("orders", "heightInMillimetres", "2026-01-05,Gijs,gijs@import.example,nl,hoog", "openedOn,name,email,language,heightInMillimetres\n")]
    [InlineData("contacts", "answeredOn", "2026-01-05,phone,Gijs,gijs@import.example,Hallo,2026-01-04", "receivedOn,channel,name,email,message,answeredOn\n")]
    public async Task What_will_not_do_is_told_by_its_column(string kind, string column, string line, string head)
    {
        var dry = await Ok(kind, $"{head}{line}\n", dryRun: true);

        Assert.Equal([(2, column)], Problems(dry));
        Assert.DoesNotContain("Gijs", dry.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("body", "")]
    [InlineData("body", "receivedOn,channel,name,message\n")]
    [InlineData("columns", "Anna,anna@import.example\n1,2\n")]
    [InlineData("columns", "name,name,receivedOn,channel,message\nA,B,2026-01-05,phone,Hallo\n")]
    [InlineData("columns", "receivedOn,channel,name\n2026-01-05,phone,A\n")]
    public async Task What_is_no_file_under_a_head_is_refused_and_quoted_nowhere(string field, string text)
    {
        using var answer = await Post("contacts", text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], await answer.Faults());
        Assert.DoesNotContain("anna", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task More_lines_than_one_request_takes_in_are_refused()
    {
        var lines = string.Concat(Enumerable.Range(1, 2001).Select(number => $"{Today.Iso()},phone,H,h{number}@import.example,,Hallo\n"));

        using var answer = await Post("contacts", Contacts + lines);

        Assert.Equal(["body"], await answer.Faults());
        Assert.Empty(Items(await http.Staff.GetFromJsonAsync<JsonElement>("api/contacts?email=h1@import.example")));
    }

    [Theory]
    [InlineData("kind=contacts", "application/json", HttpStatusCode.UnsupportedMediaType, "contentType")]
    [InlineData("kind=contacts", "text/csv; charset=windows-1252", HttpStatusCode.UnsupportedMediaType, "contentType")]
    [InlineData("kind=clients", "text/csv", HttpStatusCode.BadRequest, "kind")]
    [InlineData("", "text/csv", HttpStatusCode.BadRequest, "kind")]
    [InlineData("kind=orders&dryRun=perhaps", "text/csv", HttpStatusCode.BadRequest, "dryRun")]
    public async Task What_was_sent_must_be_said(string query, string type, HttpStatusCode status, string field)
    {
        using var content = new StringContent(Contacts);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await http.Staff.PostAsync($"api/imports?{query}", content);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal([field], await answer.Faults());
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_not_guessed_at()
    {
        using var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes(Contacts), 0xEB]);
        content.Headers.ContentType = new("text/csv");
        using var answer = await http.Staff.PostAsync("api/imports?kind=contacts", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["body"], await answer.Faults());
    }

    private async Task<JsonElement> Ok(string kind, string text, bool dryRun = false)
    {
        using var answer = await Post(dryRun ? $"{kind}&dryRun=true" : kind, text);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> Post(string kind, string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, "text/csv");
        return await http.Staff.PostAsync($"api/imports?kind={kind}", content);
    }

    private async Task Post(string path, object body)
    {
        using var answer = await http.Staff.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    private static IEnumerable<JsonElement> Items(JsonElement answer) => answer.GetProperty("items").EnumerateArray();

    private static IEnumerable<(int Line, string Field)> Problems(JsonElement answer) => answer.GetProperty("problems").EnumerateArray()
        .Select(problem => (problem.GetProperty("line").GetInt32(), Text(problem, "field"))).Order();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
