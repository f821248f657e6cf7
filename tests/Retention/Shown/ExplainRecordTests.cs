using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Retention.Shown;

public sealed class ExplainRecordTests(ExplainRecordTests.November http) : IClassFixture<ExplainRecordTests.November>
{
    private readonly World world = http.World;
    private readonly Promises promises = new(http);

    [Fact]
    public async Task A_record_that_is_kept_tells_why()
    {
        var message = await world.Given.Message(on: world.Today);
        var order = await promises.NewOrder(shippedOn: world.Today, [null]);

        var whyMessage = await promises.Json($"why/message/{message.Id}");
        var whyOrder = await promises.Json($"why/order/{order.Id}");
        var whyScan = await promises.Json($"why/scan/{order.Scans[0].Id}");

        Assert.All([whyMessage, whyOrder, whyScan], why => Assert.True(why.GetProperty("kept").GetBoolean()));
        Assert.Equal(
            ["contact-message", "order", "scan-without-consent"],
            new[] { whyMessage, whyOrder, whyScan }.Select(why => why.GetProperty("rule").GetString()));
        Assert.Equal(order.Id.ToString(), whyScan.GetProperty("within").GetString());
        Assert.Contains("the day the figurine was shipped", Explained(whyScan, "en"), StringComparison.Ordinal);
        Assert.Contains("de dag waarop het beeldje is verzonden", Explained(whyScan, "nl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_destroyed_leads_to_its_certificate()
    {
        var messages = new[] { await world.Given.Message(on: world.Today.AddYears(-5)), await world.Given.Message(on: world.Today.AddYears(-5)) };
        var order = await promises.NewOrder(shippedOn: world.Today.AddMonths(-2), [null]);
        await promises.Sweep();

        foreach (var (kind, id) in new[] { ("message", messages[0].Id), ("message", messages[1].Id), ("scan", order.Scans[0].Id) })
        {
            var why = await promises.Json($"why/{kind}/{id}");
            var certificate = await promises.Json($"certificates/{why.GetProperty("certificate").GetInt32()}");

            Assert.False(why.GetProperty("kept").GetBoolean());
            Assert.Equal(certificate.GetProperty("destroyedAt").GetString(), why.GetProperty("destroyedAt").GetString());
            Assert.Contains(certificate.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetString() == id.ToString());
            Assert.Contains("It was destroyed on 22 November 2026", Explained(why, "en"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_scan_with_copies_on_disk_tells_which_are_open_until_they_are_confirmed()
    {
        var order = await promises.NewOrder(shippedOn: world.Today.AddMonths(-2), "SCHIJF-2");
        var scan = order.Scans[0];
        await promises.Sweep();

        var open = await promises.Json($"why/scan/{scan.Id}");

        Assert.False(open.GetProperty("kept").GetBoolean());
        Assert.False(open.TryGetProperty("certificate", out _));
        Assert.Equal(world.Today.AddDays(8).Iso(), open.GetProperty("recoveryClosesOn").GetString());
        var copy = Assert.Single(open.GetProperty("destructionTask").GetProperty("copies").EnumerateArray());
        Assert.Equal("SCHIJF-2", copy.GetProperty("disk").GetString());
        Assert.Contains("It was destroyed on 22 November 2026", Explained(open, "en"), StringComparison.Ordinal);
        Assert.EndsWith("A copy still lies on disk SCHIJF-2.", Explained(open, "en"), StringComparison.Ordinal);
        Assert.EndsWith("Op schijf SCHIJF-2 ligt nog een kopie.", Explained(open, "nl"), StringComparison.Ordinal);
        Assert.NotNull(await world.Get<DestructionTasks>().Find($"scan-{scan.Id}", default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_that_was_destroyed_while_the_clock_was_set_back_is_found(bool beforeBatchesWereNamed)
    {
        var (message, now) = (await world.Given.Message(world.Given.NewAddress()), world.Now);
        world.MoveTo(world.Today.AddDays(-3));
        var messages = world.Get<ContactMessages>();
        await messages.Decide(message.Id, Decision.Erase, default);
        var due = (await messages.Find(message.Id, default))!.Due;
        if (beforeBatchesWereNamed)
            await world.Get<DueIndex>().Claim(new(due.On, "messages-1", [due], "officer"), default);
        await promises.Sweep();
        world.MoveTo(now);
        await world.Given.Message(on: world.Today.AddYears(-5));
        await promises.Sweep();

        var why = await promises.Json($"why/message/{message.Id}");

        Assert.False(why.GetProperty("kept").GetBoolean());
        Assert.True(why.GetProperty("certificate").GetInt32() > 0);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("order")]
    [InlineData("scan")]
    [InlineData("upload")]
    [InlineData("blob")]
    public async Task What_never_was_is_not_found(string kind)
    {
        var never = Id.New(DateTimeOffset.UnixEpoch);
        using var unknown = await promises.Ask($"why/{kind}/{never}");
        using var malformed = await promises.Ask($"why/{kind}/1");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, malformed.StatusCode));
    }

    [Theory]
    [InlineData("certificate")]
    [InlineData("Message")]
    public async Task A_kind_that_is_none_is_refused_by_its_name(string kind)
    {
        using var answer = await promises.Ask($"why/{kind}/{Id.New(DateTimeOffset.UnixEpoch)}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["kind"], await answer.Faults());
    }

    private static string Explained(JsonElement why, string language) =>
        why.GetProperty("explanation").GetProperty(language).GetString()!;

    /// <summary>An explanation tells a date in words.</summary>
    public sealed class November : HttpWorld
    {
        protected override WorldOptions Options => new() { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) };
    }
}
