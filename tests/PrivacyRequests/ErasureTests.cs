using Azure.Core;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>What an erasure finishes and answers when others are at work too.</summary>
public sealed class ErasureTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task It_finishes_what_was_begun_about_its_own_person_and_nothing_of_others()
    {
        var (own, others) = (await DueMessage(Make.Email), await DueMessage("eva@example.nl"));
        await world.Get<DueIndex>().Claim(new(own.Due.On, "messages-1", [own.Due]), None);
        await world.Get<DueIndex>().Claim(new(others.Due.On, "messages-2", [others.Due]), None);

        var report = await Erase(world);

        Assert.Equal([own.Item], report.Destroyed.Select(each => each.Item));
        Assert.Equal([own.Id], (await world.Certified()).Keys);
        Assert.NotNull(await world.Get<ContactMessages>().Find(others.Id, None));
        Assert.Equal(["open|messages-2"], (await world.DueIndexRows()).Select(row => row.RowKey));
    }

    [Fact]
    public async Task It_answers_as_destroyed_only_what_is_gone()
    {
        var message = await world.Given.Message();
        var order = await world.Given.OrderWithScan();
        var held = false;
        // In the moment before the line of its scan is written, somebody puts a hold on the order.
        await using var officer = world.Beside(calls => calls.Before = async request =>
        {
            if (held || request.Method != RequestMethod.Post || !request.Uri.Path.EndsWith("/Ledger", StringComparison.Ordinal)
                || !request.Text().Contains("scan-", StringComparison.Ordinal))
                return;
            held = true;
            await world.Given.Change(order, found => found with { Holds = [Make.Hold(world.Now, world.Today.AddYears(1))] });
        });

        var report = await Erase(officer);

        Assert.True(held);
        Assert.Equal([message.Item], report.Destroyed.Select(each => each.Item));
        Assert.Equal(
            [$"order|{order.Id}", $"scan|{order.Scans[0].Id}"], report.Suspended.Select(each => $"{each.Item}").Order());
        Assert.Equal([message.Id], (await world.Certified()).Keys);
        Assert.Single((await world.Get<OrderStore>().Find(order.Id, None))!.Scans);
    }

    private static Task<ErasureReport> Erase(World instance) =>
        instance.Get<Erasure>().Erase([instance.Get<SubjectKeys>().OfEmail(Make.Email)], "officer", None);

    private Task<ContactMessage> DueMessage(string email) => world.Given.Message(email, world.Today.AddYears(-5));
}
