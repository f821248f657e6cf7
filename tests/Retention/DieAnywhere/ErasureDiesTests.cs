using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class ErasureDiesTests(MortalApp app, ITestOutputHelper output) : IClassFixture<MortalApp>
{
    [Fact]
    public Task A_message_goes() => Erase("erase a message", StoredState.OfMessages, atLeast: 15, async (life, email) =>
    {
        var message = await Given.Message(life, email);
        return new(email, [$"{message.Item}"]);
    });

    [Fact]
    public Task An_order_goes_with_its_scan() => Erase("erase an order", StoredState.OfOrders, atLeast: 25, async (life, email) =>
    {
        var order = await Given.OrderWithScan(life, email);
        return new(email, [$"order|{order.Id}", $"scan|{order.Scans[0].Id}"]);
    });

    [Fact]
    public Task What_is_held_stays_beside_what_goes() => Erase("erase beside a hold", StoredState.OfOrders, atLeast: 12, async (life, email) =>
    {
        var goes = await Given.Order(life, email);
        var held = await Given.OrderWithScan(life, email, order => order with { Holds = [new(order.Id, "A claim", new(2028, 3, 1))] });
        return new(email, [$"order|{goes.Id}"], Held: held);
    });

    [Fact]
    public Task A_scan_with_a_copy_on_disk_waits_for_staff() => Erase("erase an order with a disk copy", StoredState.OfOrders, atLeast: 25, async (life, email) =>
    {
        var order = await Given.OrderWithScan(life, email, null, Given.Copy(MortalApp.Start, "Disk 1"));
        return new(email, [$"order|{order.Id}"], Waits: $"scan|{order.Scans[0].Id}");
    });

    [Fact]
    public async Task Confirming_copies_on_disk_ends_in_one_certificate()
    {
        await new EveryPoint<OpenTask>(app, output, "confirm the last disk copy")
        {
            Tables = StoredState.OfOrders,
            Prepare = NewTask,
            Act = (life, task) => Confirm(life, task, again: false),
            Again = async (life, task) =>
            {
                await Confirm(life, task, again: true);
                Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
            },
            Check = (state, task) => Proven.Gone(app, state, [$"scan|{task.Scan}"]),
        }.Try(atLeast: 10);
        await Proven.Whole(app);
    }

    private async Task Erase(
        string operation, IReadOnlyList<string> tables, int atLeast, Func<Life, string, Task<Person>> prepare)
    {
        await new EveryPoint<Person>(app, output, operation)
        {
            Tables = tables,
            Prepare = life => prepare(life, app.NewAddress()),
            // Asked again, it finishes what the first began, without a sweep.
            Act = Erase,
            Check = async (state, person) =>
            {
                await Proven.Gone(app, state, person.Goes, person.Waits);
                var left = state.Orders.Where(row => row.GetString("Email") == person.Email).ToList();
                Assert.Equal(person.Held is { } held ? [$"{held.Id} 2028-03-02"] : [], left.Select(row => $"{row.PartitionKey} {row.GetString("DueOn")}"));
                Assert.Equal(person.Held?.Scans.Count ?? 0, state.Scans.Count(row => row.PartitionKey == $"{person.Held?.Id}"));
                if (person.Held is not null)
                    await Given.Remove(app, person.Held);
            },
        }.Try(atLeast);
        await Proven.Whole(app);
    }

    private static async Task Erase(Life life, Person person) => Answered(
        await life.Ask<EraseSubject>((function, request) => function.Run(request, default), new { email = person.Email }), 200);

    private static async Task Confirm(Life life, OpenTask task, bool again)
    {
        foreach (var copy in task.Copies)
            Answered(
                await life.Ask<ConfirmCopyDestroyed>(
                    (function, request) => function.Run(request, $"{task.Scan}", $"{copy}", default), new { }),
                200, again ? 404 : 200);
    }

    private static void Answered(HttpResponse answer, params int[] expected) =>
        Assert.Contains(answer.StatusCode, expected);

    private async Task<OpenTask> NewTask(Life life)
    {
        var now = life.Get<TimeProvider>().GetUtcNow();
        DiskCopy[] copies = [Given.Copy(now, "Disk 1"), Given.Copy(now, "Disk 2")];
        var order = await Given.OrderWithScan(
            life, app.NewAddress(), order => order with { ShippedOn = app.Today.AddYears(-1) }, copies);
        Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
        return new(order.Scans[0].Id, [.. copies.Select(copy => copy.Id)]);
    }

    /// <param name="Goes">What is erased, as kind and id.</param>
    /// <param name="Waits">The scan with a copy on disk.</param>
    private sealed record Person(string Email, IReadOnlyList<string> Goes, string? Waits = null, Order? Held = null);

    private sealed record OpenTask(Id Scan, IReadOnlyList<Id> Copies);
}
