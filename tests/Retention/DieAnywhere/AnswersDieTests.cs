using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>What a client answers by her link, and what is written down of who looked.</summary>
public sealed class AnswersDieTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public Task A_client_who_wants_no_figurine_is_one_answer_and_one_letter() => new EveryPoint<Order>(world, output, "withdraw by link")
    {
        Tables = [.. StoredState.OfOrders, Letters.TableName],
        Prepare = () => world.Given.Order(world.Given.NewAddress(), agreed: order => order with { Consents = [Make.Agreed(world.Now)] }),
        Act = (life, order) => Answer(life, order, new { purpose = "make-figurine", answer = "withdrawn", textVersion = "1", language = "nl", destroysNow = true }),
        Check = async (state, order) =>
        {
            var answers = (await world.Get<OrderStore>().Find(order.Id, default))!.Consents;
            Assert.Equal([ConsentAnswer.Yes, ConsentAnswer.Withdrawn], answers.Select(each => each.Answer));
            Assert.Single(state.Letters, row => row.RowKey == $"{order.Id}|no-figurine");
        },
    }.Try(atLeast: 6);

    [Fact]
    public Task Consent_that_was_taken_back_brings_the_deadline_nearer_and_is_one_answer() => new EveryPoint<Order>(world, output, "withdraw keeping by link")
    {
        Tables = StoredState.OfOrders,
        Prepare = () => world.Given.OrderWithScan(world.Given.NewAddress(), agreed: order => order with
        {
            ShippedOn = world.Today, Consents = [Make.Consent(world.Now)],
        }, read: false),
        Act = (life, order) => Answer(life, order, new { purpose = "keep-scan", answer = "withdrawn", textVersion = "1", language = "nl", destroysNow = true }),
        Check = async (state, order) =>
        {
            Assert.Equal(2, (await world.Get<OrderStore>().Find(order.Id, default))!.Consents.Count);
            Assert.Contains(state.DueUntil(world.Today.AddMonths(2)), row => row.RowKey.StartsWith($"order|{order.Id}|", StringComparison.Ordinal));
            await world.Given.Gone(order);
        },
    }.Try(atLeast: 6);

    [Fact]
    public Task No_answer_leaves_before_it_is_written_down_who_had_it() => new EveryPoint<Order>(world, output, "look at an order")
    {
        Tables = StoredState.OfOrders,
        Prepare = () => world.Given.Order(world.Given.NewAddress()),
        Act = async (life, order) =>
        {
            var answer = await life.Ask<GetOrder>((function, request) =>
            {
                request.Method = HttpMethods.Get;
                request.IsFor($"orders/{order.Id}");
                return function.Run(request, $"{order.Id}", default);
            });
            Assert.Equal(StatusCodes.Status200OK, answer.StatusCode);
        },
        Check = async (_, order) =>
        {
            Assert.Contains(await world.Storage.Rows(AuditEvents.TableName), row => row.GetString("About") == $"order|{order.Id}");
            Assert.Contains(await world.DueRows(hashesToo: true), row => row.Item.Kind == AuditDays.Kind);
        },
    }.Try(atLeast: 4);

    private static async Task Answer(World life, Order order, object answer)
    {
        var links = life.Get<ConsentLinks>();
        var token = links.To(order).AbsolutePath.Split('/')[^1];
        var given = await life.Ask<GiveConsent>((function, request) => function.Run(request, token, default), answer, request => request.Headers.Remove("Authorization"));
        Assert.Equal(StatusCodes.Status200OK, given.StatusCode);
    }
}
