using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class OrderDiesTests(ITestOutputHelper output) : OwnWorld
{
    private DateOnly Today => world.Today;

    private DateOnly WithoutConsent => Today.AddMonths(2).AddDays(-8);

    private DateOnly WithConsent => Today.AddYears(5).AddDays(-8);

    [Fact]
    public Task Opening() => new EveryPoint<string>(world, output, "open an order")
    {
        Tables = StoredState.OfOrders,
        Prepare = () => Task.FromResult(world.Given.NewAddress()),
        Act = async (life, email) => Answered(
            await life.Ask<OpenOrder>((function, request) => function.Run(request, default), new { name = "Anna", email, language = "nl" }), 201),
        Check = (state, email) =>
        {
            Assert.InRange(state.Orders.Count(row => row.GetString("Email") == email), 1, 2);
            return Task.CompletedTask;
        },
    }.Try(atLeast: 4);

    [Fact]
    public Task Bringing_in_with_what_was_answered() => new EveryPoint<string>(world, output, "bring in an order")
    {
        Tables = StoredState.OfOrders,
        Prepare = () => Task.FromResult(world.Given.NewAddress()),
        Act = async (life, email) =>
        {
            var file = $"openedOn,name,email,language,keepScan,keepScanOn,consentChannel,consentTextVersion\n{Today.Iso()},Anna,{email},nl,yes,{Today.Iso()},paper,1\n";
            Answered(await life.Ask<BringIn>((function, request) => function.Run(request, default), compose: request =>
            {
                request.QueryString = new("?kind=orders");
                request.Send("text/csv", Encoding.UTF8.GetBytes(file));
            }), 200);
        },
        Check = async (state, email) =>
        {
            var row = Assert.Single(state.Orders, row => row.GetString("Email") == email);
            Assert.Equal(Today.AddYears(5).Iso(), row.GetString("DueOn"));
            Assert.Single((await world.Get<OrderStore>().Find(Id.Parse(row.PartitionKey), default))!.Consents);
        },
    }.Try(atLeast: 6);

    [Fact]
    public Task Shipping() => Change<ShipOrder>(
        "ship", order => order, (function, request, order) => function.Run(request, $"{order.Id}", default),
        new { shippedOn = Today.Iso() }, WithoutConsent);

    [Fact]
    public Task Giving_consent() => Change<RecordConsent>(
        "consent", Shipped, (function, request, order) => function.Run(request, $"{order.Id}", "keep-scan", default),
        new { answer = "yes", channel = "form", language = "nl", textVersion = "1" }, WithConsent);

    [Fact]
    public Task Withdrawing_consent() => Change<RecordConsent>(
        "withdraw consent", order => Consented(Shipped(order)),
        (function, request, order) => function.Run(request, $"{order.Id}", "keep-scan", default),
        new { answer = "withdrawn", channel = "form", language = "nl", textVersion = "1" }, WithoutConsent);

    [Fact]
    public Task Placing_a_hold() => Change<PlaceHold>(
        "place a hold", Shipped, (function, request, order) => function.Run(request, $"{order.Id}", default),
        new { reason = "A claim", until = Today.AddYears(2).Iso() }, Today.AddYears(2).AddDays(1), expected: 201);

    [Fact]
    public Task Lifting_a_hold() => Change<LiftHold>(
        "lift a hold", order => Held(Shipped(order)),
        (function, request, order) => function.Run(request, $"{order.Id}", $"{order.Holds[0].Id}", default),
        null, WithoutConsent, expected: 204, repeated: 404);

    [Fact]
    public Task Cancelling() => Change<CancelOrder>(
        "cancel", order => order, (function, request, order) => function.Run(request, $"{order.Id}", default),
        new { cancelledOn = Today.Iso() }, WithoutConsent);

    [Fact]
    public Task Rectifying() => Change<RectifyOrder>(
        "rectify", order => order, (function, request, order) => function.Run(request, $"{order.Id}", default),
        new { email = "anna.jansen@example.nl", phone = "06 87654321" }, WithConsent);

    private Task Change<TFunction>(
        string operation, Func<Order, Order> agreed, Func<TFunction, HttpRequest, Order, Task<IResult>> function, object? json,
        DateOnly dueOn, int expected = 200, int? repeated = null) => new EveryPoint<Order>(world, output, operation)
    {
        Tables = StoredState.OfOrders,
        Prepare = () => world.Given.OrderWithScan(world.Given.NewAddress(), agreed: agreed, read: false),
        Act = async (life, order) =>
            Answered(await life.Ask<TFunction>((asked, request) => function(asked, request, order), json), expected, repeated),
        Check = (state, order) =>
        {
            var row = Assert.Single(state.Orders, row => row.PartitionKey == $"{order.Id}");
            Assert.Equal(dueOn.Iso(), row.GetString("DueOn"));
            Assert.Single(state.Scans, row => row.PartitionKey == $"{order.Id}");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 4);

    private Order Shipped(Order order) => order with { ShippedOn = Today };

    private Order Consented(Order order) => order with { Consents = [Make.Consent(world.Now)] };

    private Order Held(Order order) => order with { Holds = [Make.Hold(world.Now, Today.AddYears(2))] };

    private static void Answered(HttpResponse answer, int expected, int? repeated = null) =>
        Assert.True(answer.StatusCode == expected || answer.StatusCode == repeated, $"The answer was {answer.StatusCode}.");
}
