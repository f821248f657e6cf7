using SendGrid;
using WelWee3D.Tests.Mail;
using WelWee3D.Tests.PrivacyRequests;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class ErasureDiesTests(ITestOutputHelper output) : OwnWorld
{
    private readonly SendGridStandIn sendGrid = new();

    protected override WorldOptions Options => new() { Services = services => services.AddSingleton<ISendGridClient>(sendGrid.Client()) };

    private DateOnly HeldUntil => world.Today.AddYears(2);

    [Fact]
    public Task A_message_goes() => Erase("erase a message", StoredState.OfMessages, atLeast: 15, async email =>
    {
        var message = await world.Given.Message(email);
        return new(email, [$"{message.Item}"]);
    });

    [Fact]
    public Task An_order_goes_with_its_scan() => Erase("erase an order", StoredState.OfOrders, atLeast: 25, async email =>
    {
        var order = await world.Given.OrderWithScan(email, read: false);
        return new(email, [$"order|{order.Id}", $"scan|{order.Scans[0].Id}"]);
    });

    [Fact]
    public Task What_is_held_stays_beside_what_goes() => Erase("erase beside a hold", StoredState.OfOrders, atLeast: 12, async email =>
    {
        var goes = await world.Given.Order(email);
        var held = await world.Given.OrderWithScan(
            email, agreed: order => order with { Holds = [Make.Hold(world.Now, HeldUntil)] }, read: false);
        return new(email, [$"order|{goes.Id}"], Held: held);
    });

    [Fact]
    public Task A_scan_with_a_copy_on_disk_waits_for_staff() => Erase("erase an order with a disk copy", StoredState.OfOrders, atLeast: 25, async email =>
    {
        var order = await world.Given.OrderWithScan(email, read: false, disks: ["SCHIJF-1"]);
        return new(email, [$"order|{order.Id}"], Waits: $"scan|{order.Scans[0].Id}");
    });

    [Fact]
    public Task Where_the_mail_service_is_away_her_address_stays_with_one_letter_to_it() => new EveryPoint<Order>(world, output, "erase while no letter goes out")
    {
        Tables = [.. StoredState.OfOrders, Letters.TableName],
        Prepare = () =>
        {
            sendGrid.Answer = _ => null;
            return world.Given.OrderWithScan(world.Given.NewAddress(), read: false);
        },
        Act = (life, order) => life.Get<Erasure>().Erase(life.Get<OrderStore>().SubjectsOf(order), "officer", default),
        Again = async (life, order) =>
        {
            await life.Get<Erasure>().Erase(life.Get<OrderStore>().SubjectsOf(order), "officer", default);
            await life.Get<Sweep>().Run(Decider.Sweep, default);
        },
        Check = (state, order) =>
        {
            var row = Assert.Single(state.Orders, row => row.PartitionKey == $"{order.Id}");
            Assert.Contains($"{order.Scans[0].Id}", row.GetString("ProofsOwed"), StringComparison.Ordinal);
            Assert.Single(state.Letters, letter => letter.RowKey == $"{order.Id}|{order.Scans[0].Id}|scan-destroyed");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 20);

    [Fact]
    public async Task Confirming_copies_on_disk_ends_in_one_certificate()
    {
        await new EveryPoint<OpenTask>(world, output, "confirm the last disk copy")
        {
            Tables = StoredState.OfOrders,
            Prepare = NewTask,
            Act = (life, task) => Confirm(life, task, again: false),
            Again = async (life, task) =>
            {
                await Confirm(life, task, again: true);
                Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
            },
            Check = (state, task) => Proven.Gone(world, state, [$"scan|{task.Scan}"]),
        }.Try(atLeast: 10);
        await Proven.Whole(world);
    }

    private async Task Erase(
        string operation, IReadOnlyList<string> tables, int atLeast, Func<string, Task<Person>> prepare)
    {
        await new EveryPoint<Person>(world, output, operation)
        {
            Tables = tables,
            Prepare = () => prepare(world.Given.NewAddress()),
            // Asked again, it finishes what the first began, without a sweep.
            Act = Erase,
            Again = async (life, person) =>
            {
                // Who was sending a letter about it has it to itself for five minutes.
                world.Wait(TimeSpan.FromMinutes(6));
                await Erase(life, person);
            },
            Check = async (state, person) =>
            {
                await Proven.Gone(world, state, person.Goes, person.Waits);
                var left = state.Orders.Where(row => row.GetString("Email") == person.Email).ToList();
                Assert.Equal(person.Held is { } held ? [$"{held.Id} {HeldUntil.AddDays(1).Iso()}"] : [], left.Select(row => $"{row.PartitionKey} {row.GetString("DueOn")}"));
                Assert.Equal(person.Held?.Scans.Count ?? 0, state.Scans.Count(row => row.PartitionKey == $"{person.Held?.Id}"));
                if (person.Held is not null)
                    await world.Given.Gone(person.Held);
            },
        }.Try(atLeast);
        await Proven.Whole(world);
    }

    private static Task Erase(World life, Person person) => life.Erase(new { email = person.Email });

    private static async Task Confirm(World life, OpenTask task, bool again)
    {
        foreach (var copy in task.Copies)
            Answered(
                await life.Ask<ConfirmCopyDestroyed>(
                    (function, request) => function.Run(request, $"{task.Scan}", $"{copy}", default), new { }),
                200, again ? 404 : 200);
    }

    private static void Answered(HttpResponse answer, params int[] expected) =>
        Assert.Contains(answer.StatusCode, expected);

    private async Task<OpenTask> NewTask()
    {
        var order = await world.Given.OrderWithScan(
            world.Given.NewAddress(), agreed: order => order with { ShippedOn = world.Today.AddYears(-1) }, read: false, disks: ["SCHIJF-1", "SCHIJF-2"]);
        Assert.True((await world.Get<Sweep>().Run("sweep", default)).Complete);
        return new(order.Scans[0].Id, [.. order.Scans[0].Copies.Select(copy => copy.Id)]);
    }

    /// <param name="Goes">What is erased, as kind and id.</param>
    /// <param name="Waits">The scan with a copy on disk.</param>
    private sealed record Person(string Email, IReadOnlyList<string> Goes, string? Waits = null, Order? Held = null);

    private sealed record OpenTask(Id Scan, IReadOnlyList<Id> Copies);
}
