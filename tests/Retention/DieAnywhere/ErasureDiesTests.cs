using Microsoft.AspNetCore.Http;
using WelWee3D.Contact;
using WelWee3D.Orders;
using WelWee3D.PrivacyRequests;
using WelWee3D.Retention;
using WelWee3D.Scans;
using WelWee3D.Storage;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class ErasureDiesTests(MortalApp app, ITestOutputHelper output) : IClassFixture<MortalApp>
{
    [Fact]
    public async Task An_erasure_that_is_asked_again_leaves_nothing_but_what_is_held()
    {
        await new EveryPoint<Person>(app, output, "erase")
        {
            Prepare = NewPerson,
            Act = Erase,
            Again = async (life, person) =>
            {
                await Erase(life, person);
                Assert.Empty(person.Goes.Append(person.Waits).Intersect((await StoredState.Read(app)).Kept));
                // What was gone already when its run died is certified by the next sweep.
                Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
            },
            Check = async (state, person) =>
            {
                await Proven.Gone(app, state, person.Goes, person.Waits);
                Assert.Empty(person.Stays.Except(state.Kept));
                var held = Assert.Single(state.Orders, row => row.GetString("Email") == person.Email);
                Assert.Equal("2028-03-02", held.GetString("DueOn"));
            },
        }.TryOnce(atLeast: 60);
        await Proven.Whole(app);
    }

    [Fact]
    public async Task Confirming_copies_on_disk_ends_in_one_certificate()
    {
        await new EveryPoint<OpenTask>(app, output, "confirm the last disk copy")
        {
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

    private async Task<Person> NewPerson(Life life)
    {
        var (email, now) = (app.NewAddress(), life.Get<TimeProvider>().GetUtcNow());
        var message = ContactMessage.From(new ContactForm { Name = "Eva", Email = email, Message = "Hallo!" }, Id.New(now), now) with { Source = "phone" };
        await life.Get<ContactMessages>().Add(message, default);
        var order = await Given.OrderWithScan(life, email);
        var copied = await Given.OrderWithScan(life, email, null, Given.Copy(now, "Disk 1"));
        var held = await Given.OrderWithScan(life, email, order => order with { Holds = [new(order.Id, "A claim", new(2028, 3, 1))] });
        return new(
            email,
            [$"{message.Item}", $"order|{order.Id}", $"scan|{order.Scans[0].Id}", $"order|{copied.Id}"],
            $"scan|{copied.Scans[0].Id}",
            [$"order|{held.Id}", $"scan|{held.Scans[0].Id}"]);
    }

    private async Task<OpenTask> NewTask(Life life)
    {
        var now = life.Get<TimeProvider>().GetUtcNow();
        DiskCopy[] copies = [Given.Copy(now, "Disk 1"), Given.Copy(now, "Disk 2")];
        var order = await Given.OrderWithScan(
            life, app.NewAddress(), order => order with { ShippedOn = app.Today.AddYears(-1) }, copies);
        Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
        return new(order.Scans[0].Id, [.. copies.Select(copy => copy.Id)]);
    }

    private sealed record Person(string Email, IReadOnlyList<string> Goes, string Waits, IReadOnlyList<string> Stays);

    private sealed record OpenTask(Id Scan, IReadOnlyList<Id> Copies);
}
