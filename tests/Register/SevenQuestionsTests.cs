using System.Net.Http.Headers;

namespace WelWee3D.Tests.Register;

public sealed class QuestionsWorld : HttpWorld
{
    protected override WorldOptions Options => new()
    {
        At = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(1)), Settings = new Dictionary<string, string?> { ["Retention:RecoveryDays"] = "9" },
    };
}

/// <summary>The seven questions about erasure: each is answered, and by what is so at the moment of asking.</summary>
public sealed class SevenQuestionsTests(QuestionsWorld http) : IClassFixture<QuestionsWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task All_seven_are_answered_and_each_says_where_that_can_be_checked()
    {
        var view = await Json();

        Assert.Equal(["procedure", "information", "exceptions", "periods", "backups", "anonymising", "sameness"], Items(view).Select(item => item.GetProperty("name").GetString()));
        var routes = Tests.Http.HttpFunctions.All().Where(each => each.Trigger.Methods is null || each.Trigger.Methods.Contains("get")).Select(each => each.Trigger.Route).ToHashSet();
        var proofs = Items(view).SelectMany(item => item.GetProperty("proofs").EnumerateArray()).Select(proof => proof.GetProperty("route").GetString()!).ToList();
        Assert.All(proofs, route => Assert.Contains($"api/{route.Replace("2026", "{year}", StringComparison.Ordinal)}", routes));
        Assert.All(Items(view), item => Assert.True(item.GetProperty("answer").GetArrayLength() > 1 && item.GetProperty("proofs").GetArrayLength() > 0));
    }

    [Fact]
    public async Task The_answers_follow_from_what_there_is_and_was()
    {
        var before = await Answers();
        var order = await world.Given.Order("held@example.nl");
        await world.Given.Change(order, each => each with { Holds = [new(Id.New(world.Now), "Claim", world.Today.AddYears(1))] });
        foreach (var closed in (DateOnly?[])[world.Today, null])
            await world.Given.Request(agreed: request => request with { ReceivedOn = world.Today.AddDays(-3), Closing = closed is { } day ? new(day, "officer", RequestOutcome.Done) : null });
        await world.Given.Message("gone@example.nl");
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail("gone@example.nl")], "officer", default);
        await world.Get<Sweep>().Run(Decider.Sweep, default);
        await world.Get<Replay>().Run("officer", default);
        await world.Get<ChainVerification>().Verify(default);
        var after = await Answers();

        Assert.Contains("0 received, 0 answered, 0 of these in time; 0 are open", before["procedure"], StringComparison.Ordinal);
        Assert.Contains("2 received, 1 answered, 1 of these in time; 1 are open", after["procedure"], StringComparison.Ordinal);
        Assert.Contains($"version {StatementVersions.InForce(world.Today).Version}, ", after["information"], StringComparison.Ordinal);
        Assert.Contains("by a hold now: 0.", before["exceptions"], StringComparison.Ordinal);
        Assert.Contains("by a hold now: 1.", after["exceptions"], StringComparison.Ordinal);
        Assert.Contains("There has been no sweep yet.", before["periods"], StringComparison.Ordinal);
        Assert.Contains($"There are {RetentionSchedule.All.Count} rules", after["periods"], StringComparison.Ordinal);
        Assert.Contains("in time 1 times, and late 0 times", after["periods"], StringComparison.Ordinal);
        Assert.Contains("can be recovered for 9 days. So it goes 10 days earlier", after["backups"], StringComparison.Ordinal);
        Assert.Contains("No backup is made", after["backups"], StringComparison.Ordinal);
        Assert.Contains("not needed lately", before["backups"], StringComparison.Ordinal);
        Assert.Contains("happened last on 28 November 2026", after["backups"], StringComparison.Ordinal);
        Assert.Contains("proof: 0 certificates", before["anonymising"], StringComparison.Ordinal);
        Assert.Contains("proof: 1 certificates", after["anonymising"], StringComparison.Ordinal);
        Assert.Contains($"{world.Get<RecordKinds>().InOrder.Count} kinds of data", after["sameness"], StringComparison.Ordinal);
        Assert.Contains("not been recomputed yet", before["sameness"], StringComparison.Ordinal);
        Assert.Contains("and holds", after["sameness"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_print_in_either_language_and_come_as_a_table()
    {
        var (dutch, english, table) = (await Text("text/html", "nl"), await Text("text/html", "en"), await Text("text/csv", "nl"));

        Assert.Contains("De zeven vragen over wissen", dutch, StringComparison.Ordinal);
        Assert.Contains("""<a href="/staff/certificates">the proofs</a>""", english, StringComparison.Ordinal);
        Assert.Equal(8, table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("Een verzoek wordt pas beantwoord als vaststaat wie het deed;")]
    [InlineData("een brief bij ontvangst, met de laatste dag, en een brief met het antwoord; bij een weigering ook met de grond en de weg naar de toezichthouder")]
    [InlineData("artikel 17, lid 3, onder b")]
    [InlineData("een verzoek tot het is beantwoord")]
    [InlineData("bewijs zonder persoonsgegevens blijft")]
    public async Task They_say_no_more_than_is_so(string told) => Assert.Contains(told, WebUtility.HtmlDecode(await Text("text/html", "nl")), StringComparison.Ordinal);

    [Fact]
    public async Task They_are_for_the_officer()
    {
        using var answer = await http.Staff.GetAsync("api/questions");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<Dictionary<string, string>> Answers() => Items(await Json()).ToDictionary(
        item => item.GetProperty("name").GetString()!, item => string.Join(' ', item.GetProperty("answer").EnumerateArray().Select(each => each.GetString())));

    private async Task<JsonElement> Json() => await http.Officer.GetFromJsonAsync<JsonElement>("api/questions?language=en");

    private async Task<string> Text(string media, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/questions?language={language}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(media));
        using var answer = await http.Officer.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static List<JsonElement> Items(JsonElement json) => [.. json.GetProperty("items").EnumerateArray()];
}
