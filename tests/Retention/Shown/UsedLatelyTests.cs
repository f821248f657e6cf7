using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.Retention.Shown;

/// <summary>Whatever people did with a record in its last week is a reason to ask whether it may go.</summary>
public sealed class UsedLatelyTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private static readonly string[] Used = [Oddity.UsedLately];

    private readonly World world = http.World;
    private readonly TusClient client = new(http);

    [Fact]
    public async Task A_message_that_somebody_opened_is_odd()
    {
        var message = await LongUnused();

        using var answer = await http.Staff.GetAsync($"api/contacts/{message}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Used, await OddOf(message));
    }

    [Fact]
    public async Task So_is_one_that_was_answered()
    {
        var message = await LongUnused();

        using var answer = await http.Staff.PatchAsJsonAsync($"api/contacts/{message}", new { answered = true });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Used, await OddOf(message));
    }

    [Fact]
    public async Task So_is_an_order_with_a_new_hold_and_one_whose_hold_was_lifted()
    {
        var order = (await world.Given.OrderWithScan()).Id;
        world.Wait(TimeSpan.FromDays(10));

        using var held = await http.Staff.PostAsJsonAsync($"api/orders/{order}/holds", new { reason = "Schadeclaim", until = world.Today.AddYears(1).Iso() });

        Assert.Equal(HttpStatusCode.Created, held.StatusCode);
        Assert.Equal(world.Today, await UsedOn(order));
        world.Wait(TimeSpan.FromDays(10));
        var hold = (await held.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var lifted = await http.Staff.DeleteAsync($"api/orders/{order}/holds/{hold}");
        Assert.True(lifted.IsSuccessStatusCode);
        Assert.Equal(world.Today, await UsedOn(order));
    }

    [Fact]
    public async Task So_is_one_whose_scan_has_just_come_in_whole()
    {
        var order = await client.OpenOrder();
        var path = await client.Create(order, 200);
        world.Wait(TimeSpan.FromDays(3));

        using var answer = await client.Append(path, 0, TusClient.File(200));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(world.Today, await UsedOn(order));
    }

    [Fact]
    public async Task So_is_one_of_whose_scan_a_copy_was_wiped()
    {
        var copy = Make.Copy(world.Now);
        var order = await world.Given.OrderWithScan();
        await world.Given.Change(order, found => found with { Scans = [found.Scans[0] with { Copies = [copy] }] });
        world.Wait(TimeSpan.FromDays(10));

        using var answer = await http.Staff.PostAsJsonAsync($"api/scans/{order.Scans[0].Id}/copies/{copy.Id}/destroyed", new { destroyedOn = world.Today.Iso() });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(world.Today, await UsedOn(order.Id));
    }

    private async Task<DateOnly?> UsedOn(Id order) => (await world.Get<OrderStore>().Find(order, default))!.UsedOn;

    /// <summary>A message in the last week of its five years.</summary>
    private async Task<Id> LongUnused()
    {
        var message = await world.Given.Message(on: world.Today.AddYears(-5).AddDays(3));
        Assert.Empty(await OddOf(message.Id));
        return message.Id;
    }

    private async Task<IReadOnlyList<string>> OddOf(Id id)
    {
        var due = await world.Get<DryRun>().All(DateOnly.MaxValue, default).ToListAsync();
        return (await world.Get<ComingWeek>().Oddities(world.Today, default)).Of(due.Single(record => record.Item.Id == id));
    }
}
