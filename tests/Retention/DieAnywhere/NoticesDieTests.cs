using Microsoft.AspNetCore.Http;
using WelWee3D.Tests.PrivacyRequests;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>Wherever it dies: what was done to an order is never done without its recipients being told, and each is told once.</summary>
public sealed class NoticesDieTests(ITestOutputHelper output) : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public Task Of_an_erasure() => Try("erase what was given away", NoticeCause.Erasure, isErased: true, (life, email) => life.Erase(new { email }));

    [Fact]
    public Task Of_a_restriction() => Try("restrict what was given away", NoticeCause.Restriction, isErased: false, async (life, email) =>
    {
        var answer = await life.Ask<RestrictSubject>((function, request) => function.Run(request, default), new { email });
        Assert.Equal(StatusCodes.Status200OK, answer.StatusCode);
    });

    private Task Try(string operation, NoticeCause cause, bool isErased, Func<World, string, Task> act) => new EveryPoint<Person>(world, output, operation)
    {
        Tables = [.. StoredState.OfOrders.Union(StoredState.OfRequests)],
        Prepare = async () =>
        {
            var email = world.Given.NewAddress();
            var order = await world.Given.Disclosed(await world.Given.Order(email), "PRINTER", ClientDetail.Name);
            order = await world.Given.Disclosed(order, "KOERIER", ClientDetail.Address);
            var request = await world.Given.Request(email, agreed: asked => asked with { Kind = isErased ? RequestKind.Erasure : RequestKind.Restriction });
            return new(email, order.Id, request.Id);
        },
        Act = (life, person) => act(life, person.Email),
        Check = async (state, person) =>
        {
            var notices = await world.Get<RecipientNotices>().OfOrder(person.Order, None).ToListAsync();
            Assert.Equal(["KOERIER", "PRINTER"], notices.Select(notice => notice.Recipient).Order());
            Assert.All(notices, notice => Assert.Equal((cause, person.Request, isErased), (notice.Cause, notice.Request, notice.Subjects.Count == 0)));
            Assert.All(notices, notice => Assert.Single(state.Letters, row => row.RowKey == $"{notice.Id}|{NoticeLetter.Name}"));
            Assert.Equal(isErased, state.Orders.All(row => row.PartitionKey != $"{person.Order}"));
        },
    }.Try(atLeast: 20);

    private sealed record Person(string Email, Id Order, Id Request);
}
