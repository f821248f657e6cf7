using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class RestrictionDiesTests(ITestOutputHelper output) : OwnWorld
{
    // The day on which nothing is due that is restricted.
    private static readonly string Never = DateOnly.MaxValue.Iso();

    [Fact]
    public Task A_message_and_an_order_are_restricted_both() => new EveryPoint<string>(world, output, "restrict a message and an order")
    {
        Tables = [.. StoredState.OfMessages.Union(StoredState.OfOrders)],
        Prepare = async () =>
        {
            var email = world.Given.NewAddress();
            await world.Given.Message(email);
            await world.Given.Order(email);
            return email;
        },
        Act = async (life, email) =>
        {
            var answer = await life.Ask<RestrictSubject>((function, request) => function.Run(request, default), new { email });
            Assert.Equal(StatusCodes.Status200OK, answer.StatusCode);
        },
        Check = (state, email) =>
        {
            var message = Assert.Single(state.Messages, row => row.GetString("Email") == email);
            var order = Assert.Single(state.Orders, row => row.GetString("Email") == email);
            Assert.All([message, order], row =>
                Assert.Equal((world.Today.Iso(), Never, 1), (row.GetString("RestrictedOn"), row.GetString("DueOn"), row.GetInt32("DueVersion"))));
            return Task.CompletedTask;
        },
    }.Try(atLeast: 12);
}
