namespace WelWee3D.Tests.Contact;

public sealed class ProofOfWorkTests(ProofOfWorkTests.Guarded http) : IClassFixture<ProofOfWorkTests.Guarded>
{
    [Fact]
    public async Task A_form_with_a_solved_challenge_is_taken_and_its_sender_written_to()
    {
        var reference = await (await Send((await Challenge()).Solve())).Accepted();

        Assert.Equal(2, (await http.Mail(reference)).Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task A_script_that_solved_none_is_refused(string? solution)
    {
        using var answer = await Send(solution);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["altcha"], await answer.Faults());
    }

    [Fact]
    public async Task A_challenge_is_good_once_but_for_the_same_request_again()
    {
        var (solution, key) = ((await Challenge()).Solve(), ContactWorld.NewKey());

        var reference = await (await Send(solution, key)).Accepted();
        Assert.Equal(reference, await (await Send(solution, key)).Accepted());
        using var other = await Send(solution, ContactWorld.NewKey());

        Assert.Equal(["altcha"], await other.Faults());
    }

    [Fact]
    public async Task Of_many_that_spend_one_challenge_at_once_one_is_taken()
    {
        var solution = (await Challenge()).Solve();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(solution)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task What_storage_did_not_take_can_be_sent_again_with_the_same_challenge()
    {
        var (solution, key) = ((await Challenge()).Solve(), ContactWorld.NewKey());
        http.BreakStorage(ContactMessages.TableName);
        using var down = await Send(solution, key);
        http.World.Calls.LetBe();

        await (await Send(solution, key)).Accepted();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
    }

    [Fact]
    public async Task A_browser_without_script_is_served_and_nobody_but_the_practice_written_to()
    {
        var message = $"Zonder script {ContactWorld.NewKey()}";
        var fields = new Dictionary<string, string>(ContactWorld.Fields) { ["message"] = message };

        using var answer = await http.Post(ContactWorld.Body("urlencoded", fields), accept: ContactWorld.Browser);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var row = Assert.Single(await http.World.Storage.Rows(ContactMessages.TableName), row => row.GetString("Message") == message);
        Assert.Equal(Settings.Practice, Assert.Single(await http.Mail(row.RowKey)).GetProperty("to").GetString());
    }

    [Fact]
    public async Task Nor_is_anybody_else_once_staff_take_what_looked_like_a_robots()
    {
        var message = $"Zonder script, met lokveld {ContactWorld.NewKey()}";
        var fields = new Dictionary<string, string>(ContactWorld.Fields) { ["message"] = message, ["website"] = "https://example.nl" };
        using var answer = await http.Post(ContactWorld.Body("urlencoded", fields), accept: ContactWorld.Browser);
        var suspect = Assert.Single(await http.World.Storage.Rows(ContactSuspects.TableName), row => row.GetString("Message") == message).RowKey;

        using var taken = await http.Staff.PostAsync($"/api/contact/suspects/{suspect}/accept", content: null);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.OK), (answer.StatusCode, taken.StatusCode));
        Assert.Equal(Settings.Practice, Assert.Single(await http.Mail(suspect)).GetProperty("to").GetString());
    }

    [Fact]
    public async Task The_website_gets_a_challenge_and_any_other_gets_none()
    {
        using var website = await Ask(ContactWorld.Website);
        using var other = await Ask("https://evil.example");

        Assert.Equal(HttpStatusCode.OK, website.StatusCode);
        Assert.Equal(ContactWorld.Website, Assert.Single(website.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.True(website.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    [Fact]
    public async Task Spent_challenges_are_kept_until_they_expire()
    {
        await using var world = await World.Start();
        var (spent, challenge) = (world.Get<SpentChallenges>(), new SolvedChallenge("0a", world.Now.AddMinutes(20)));
        Assert.True(await spent.Spend(challenge, world.NewId(), default));

        world.MoveTo(challenge.ExpiresAt);
        await world.Function<SweepChallenges>().Run(new(), default);
        Assert.False(await spent.Spend(challenge, world.NewId(), default));

        world.MoveTo(challenge.ExpiresAt.AddMinutes(1));
        await world.Function<SweepChallenges>().Run(new(), default);
        Assert.Empty(await world.Storage.Rows(SpentChallenges.TableName));
    }

    private async Task<Challenge> Challenge() => (await http.Anyone.GetFromJsonAsync<Challenge>("/api/challenge"))!;

    private Task<HttpResponseMessage> Ask(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/challenge");
        request.Headers.Add("Origin", origin);
        return http.Anyone.SendAsync(request);
    }

    private Task<HttpResponseMessage> Send(string? solution, string? key = null)
    {
        var fields = new Dictionary<string, string>(ContactWorld.Fields);
        if (solution is not null)
            fields["altcha"] = solution;
        return http.Post(ContactWorld.Body("json", fields), key);
    }

    /// <summary>As it is in Azure.</summary>
    public sealed class Guarded : ContactWorld
    {
        protected override WorldOptions Options => base.Options with
        {
            Settings = new Dictionary<string, string?>(base.Options.Settings) { ["Contact:RequireProof"] = "true" },
        };
    }
}
