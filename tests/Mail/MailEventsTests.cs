using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.Mail;

/// <summary>What SendGrid tells of letters that came back.</summary>
public sealed class MailEventsTests : IAsyncLifetime
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private World world = null!;

    public async Task InitializeAsync() => world = await World.Start(new()
    {
        Settings = new Dictionary<string, string?> { ["Mail:SendGridVerification"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) },
    });

    public async Task DisposeAsync()
    {
        await world.DisposeAsync();
        key.Dispose();
    }

    [Theory]
    [InlineData("bounce")]
    [InlineData("dropped")]
    public async Task A_letter_that_came_back_is_noted_with_its_request_and_told_to_the_practice_without_the_address(string what)
    {
        var request = await world.Given.Request(agreed: each => each.Writing(ReceivedLetter.Name, world.Now));
        await world.Get<RequestRegister>().Change(request.Id, each => each.Delivered(ReceivedLetter.Name, 0, sent: true, world.Now), default);
        var events = Events((what, $"{ReceivedLetter.Name}|{request.Id}"));

        var (first, again) = (await Post(events), await Post(events));

        Assert.Equal((204, 204), (first, again));

        Assert.NotNull((await world.Get<RequestRegister>().Find(request.Id, default))!.Letters[0].GivenUpAt);
        var returned = Assert.Single(await world.Get<Letters>().GivenUp(default).ToListAsync());
        Assert.Equal(new Letter(ReceivedLetter.Name, $"{request.Id}"), returned.Letter);
        var rows = await world.Storage.Rows(Letters.TableName);
        Assert.Equal(2, rows.Count);
        Assert.DoesNotContain(rows, row => row.Any(column => $"{column.Value}".Contains("anna", StringComparison.Ordinal)));
        await world.Function<RemindDeadlines>().Run(new(), default);
        Assert.Contains($"de ontvangst van een verzoek, {LetterBody.Day(world.Today, "nl")}: {Reference.Of(request.Id)}\n", await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delivered", "contact-receipt|01a203d546447aea88e48193e22e6096")]
    [InlineData("bounce", "of-another-app|01a203d546447aea88e48193e22e6096")]
    [InlineData("bounce", "contact-receipt|anna@example.nl")]
    [InlineData("bounce", "contact-receipt")]
    [InlineData("bounce", null)]
    public async Task What_is_no_letter_of_ours_or_arrived_is_passed_over(string what, string? letter)
    {
        Assert.Equal(204, await Post(Events((what, letter))));

        Assert.Empty(await world.Storage.Rows(Letters.TableName));
    }

    [Theory]
    [InlineData(0, 204)]
    [InlineData(9, 204)]
    [InlineData(-9, 204)]
    [InlineData(11, 403)]
    [InlineData(-11, 403)]
    public async Task Only_what_was_signed_just_now_is_taken(int minutesAgo, int expected) =>
        Assert.Equal(expected, await Post(Events(), TimeSpan.FromMinutes(-minutesAgo)));

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("922337203685")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("")]
    public async Task A_moment_that_no_clock_has_is_refused_as_any_other(string timestamp) =>
        Assert.Equal(403, await Post(Events(), timestamp: timestamp));

    [Fact]
    public async Task What_was_changed_or_signed_by_another_or_not_at_all_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        int[] answers =
            [await Post(Events(), signed: "[ ]"), await Post(Events(), by: other), await Post(Events(), signature: ""), await Post(Events(), signature: "?")];

        Assert.All(answers, answer => Assert.Equal(403, answer));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    public async Task What_is_no_list_is_unreadable(string body)
    {
        var answer = await Posted(body);

        Assert.Equal((400, "body"), (answer.Status, Assert.Single(answer.Fields)));
    }

    [Fact]
    public async Task Without_a_key_nobody_is_listened_to()
    {
        await using var other = await world.Beside(new WorldOptions());

        Assert.Equal(404, await Post(Events(), at: other));
    }

    private static string Events(params (string What, string? Letter)[] events) => JsonSerializer.Serialize(
        events.Select(each => new Dictionary<string, string?> { ["email"] = "anna@example.nl", ["event"] = each.What, ["letter"] = each.Letter }));

    private async Task<int> Post(
        string body, TimeSpan since = default, string? signed = null, ECDsa? by = null, string? signature = null, World? at = null, string? timestamp = null) =>
        (await Posted(body, since, signed, by, signature, at, timestamp)).Status;

    private async Task<Answer> Posted(
        string body, TimeSpan since = default, string? signed = null, ECDsa? by = null, string? signature = null, World? at = null, string? timestamp = null)
    {
        timestamp ??= (world.Now + since).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        signature ??= Convert.ToBase64String((by ?? key).SignData(
            Encoding.UTF8.GetBytes(timestamp + (signed ?? body)), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return await Answer.Of<ReceiveMailEvents>(at ?? world, (function, request) => function.Run(request, default), compose: request =>
        {
            request.Headers.Authorization = default;
            request.Headers[MailEvents.Timestamp] = timestamp;
            request.Headers[MailEvents.Signature] = signature;
            request.Send("application/json", Encoding.UTF8.GetBytes(body));
        });
    }
}
