using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.People;

/// <summary>The lists of what staff are asked to do go by days, and come a page at a time.</summary>
public sealed class ListPlaceTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Files_that_are_no_scan_are_listed_the_first_to_go_first_and_those_under_a_hold_too()
    {
        var held = await Rejected(order => order with { Holds = [Make.Hold(world.Now, world.Today.AddYears(1))] });
        var (first, second) = (await Rejected(order => order), await Rejected(order => order));

        Assert.Equal([first.Id, second.Id, held.Id], await Paged<ListRejectedFiles>((function, request) => function.Run(request, None), "orderId"));

        await world.Given.Change(held, order => order.With(order.Scans[0] with { MovedTo = world.NewId() }));
        Assert.Equal([first.Id, second.Id], await Paged<ListRejectedFiles>((function, request) => function.Run(request, None), "orderId"));
    }

    [Fact]
    public async Task Orders_that_stand_still_are_listed_the_longest_first()
    {
        var orders = new List<Id>();
        for (var day = 0; day < 3; day++, world.MoveTo(world.Today.AddDays(1)))
            orders.Add((await world.Given.OrderWithScan()).Id);
        world.MoveTo(world.Today.AddMonths(13));

        Assert.Equal(orders, await Paged<ListStalledOrders>((function, request) => function.Run(request, None), "id"));
    }

    [Fact]
    public async Task Copies_to_destroy_are_listed_the_most_urgent_first()
    {
        var scans = new List<Id>();
        for (var day = 0; day < 3; day++, world.MoveTo(world.Today.AddDays(1)))
        {
            var order = await world.Given.OrderWithScan(agreed: order => order with { ErasureRequestedOn = world.Today }, disks: ["SCHIJF-1"]);
            await world.Get<DestructionEngine>().Destroy([order.Due], new RunTally(RunKind.Sweep, "test", world.Clock), None);
            scans.Add(order.Scans[0].Id);
        }

        Assert.Equal(scans, await Paged<ListDestructionTasks>((function, request) => function.Run(request, None), "scanId"));
    }

    [Fact]
    public async Task Mail_to_destroy_is_listed_the_most_urgent_first_of_messages_that_are_gone_and_that_are_there()
    {
        var messages = new List<ContactMessage>();
        for (var day = 0; day < 3; day++, world.MoveTo(world.Today.AddDays(1)))
            messages.Add(await world.Given.MessageByMail());
        world.MoveTo(messages[0].Deadline);
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, None)).Complete);

        Assert.Equal(messages.Select(message => message.Id), await Paged<ListMailboxTasks>((function, request) => function.Run(request, None), "id"));
        var garbage = await Answer.Of<ListMailboxTasks>(
            world, (function, request) => function.Run(request, None), compose: request => request.QueryString = QueryString.Create("continuation", "x"));
        Assert.Equal(StatusCodes.Status400BadRequest, garbage.Status);
    }

    private async Task<Order> Rejected(Func<Order, Order> agreed) => await world.Given.Change(
        await world.Given.OrderWithScan(),
        order => agreed(order.With(order.Scans[0] with { Facts = order.Scans[0].Facts! with { Format = null, Rejected = "It is no scan." } })));

    /// <summary>One on each page, until there is no other.</summary>
    private async Task<IReadOnlyList<Id>> Paged<T>(Func<T, HttpRequest, Task<IResult>> run, string id)
    {
        var (found, continuation) = (new List<Id>(), (string?)"");
        while (continuation is not null)
        {
            var query = QueryString.Create("limit", "1").Add(continuation.Length > 0 ? QueryString.Create("continuation", continuation) : default);
            var page = (await Answer.Of(world, run, compose: request => request.QueryString = query)).Json;
            found.Add(Id.Parse(Assert.Single(page.GetProperty("items").EnumerateArray()).GetProperty(id).GetString()!));
            continuation = page.TryGetProperty("continuation", out var next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;
        }
        return found;
    }
}
