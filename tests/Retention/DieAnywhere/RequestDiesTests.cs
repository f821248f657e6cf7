using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class RequestDiesTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public Task A_request_of_the_website_is_one_with_its_letter_wherever_it_died() => new EveryPoint<string>(world, output, "ask")
    {
        Tables = StoredState.OfRequests,
        Prepare = () => Task.FromResult(world.Given.NewAddress()),
        Act = async (life, email) => Assert.Equal(StatusCodes.Status202Accepted, (await life.Ask<SubmitPrivacyRequest>(
            (function, request) => function.Run(request, default), new { kind = "access", name = "Eva", email, phone = "06 12345678" },
            request => request.Headers.Remove("Authorization"))).StatusCode),
        Check = (state, email) =>
        {
            var request = Assert.Single(state.Requests, row => row.GetString("Email") == email);
            Assert.Single(state.Letters, row => row.RowKey == $"{request.PartitionKey}|request-confirm");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 5);

    [Fact]
    public Task Once_confirmed_it_exists_and_both_are_told() => new EveryPoint<PrivacyRequest>(world, output, "confirm")
    {
        Tables = StoredState.OfRequests,
        Prepare = () => world.Given.Request(world.Given.NewAddress(), agreed: request => request with { Channel = RequestChannel.Website }),
        Act = async (life, asked) => Assert.Equal(StatusCodes.Status200OK, (await life.Ask<ConfirmPrivacyRequest>(
            (function, request) => function.Run(request, life.Get<ConfirmationLinks>().To(asked), default),
            compose: request => request.Method = HttpMethods.Get)).StatusCode),
        Check = (state, asked) =>
        {
            Assert.Equal(world.Today.Iso(), Row(state, asked).GetString("ConfirmedOn"));
            foreach (var letter in (string[])["request-notice", "request-received"])
                Assert.Single(state.Letters, row => row.RowKey == $"{asked.Id}|{letter}");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 6);

    [Fact]
    public Task Once_extended_its_person_is_told() => new EveryPoint<PrivacyRequest>(world, output, "extend")
    {
        Tables = StoredState.OfRequests,
        Prepare = () => world.Given.Request(world.Given.NewAddress()),
        Act = async (life, asked) => Assert.Equal(StatusCodes.Status200OK, (await life.Ask<ExtendPrivacyRequest>(
            (function, request) => function.Run(request, $"{asked.Id}", default), new { reason = "Veel werk." })).StatusCode),
        Check = (state, asked) =>
        {
            Assert.NotNull(Row(state, asked).GetString("Extension"));
            Assert.Single(state.Letters, row => row.RowKey == $"{asked.Id}|request-extended");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 6);

    [Fact]
    public Task A_code_that_was_sent_is_the_one_that_is_waited_for() => new EveryPoint<PrivacyRequest>(world, output, "send a code")
    {
        Prepare = async () =>
        {
            var email = world.Given.NewAddress();
            await world.Given.Order(email);
            return await world.Given.Request(email);
        },
        Act = async (life, asked) => Assert.Equal(StatusCodes.Status202Accepted, (await life.Ask<CheckIdentity>(
            (function, request) => function.Run(request, $"{asked.Id}", default), new { method = "code" })).StatusCode),
        // Asked again it is another code, and its letter is there: the state itself tells when it is not.
        Check = (state, asked) =>
        {
            Assert.NotNull(Row(state, asked).GetString("Identity"));
            return Task.CompletedTask;
        },
    }.Try(atLeast: 8);

    [Fact]
    public Task Once_closed_it_is_answered_and_in_the_register() => new EveryPoint<PrivacyRequest>(world, output, "close")
    {
        Tables = StoredState.OfRequests,
        Prepare = () => world.Given.Request(world.Given.NewAddress(), agreed: request => request with { ConfirmedOn = world.Today }),
        Act = async (life, asked) => Assert.Equal(StatusCodes.Status200OK, (await life.Ask<ClosePrivacyRequest>(
            (function, request) => function.Run(request, $"{asked.Id}", default), new { outcome = "done" })).StatusCode),
        Check = (state, asked) =>
        {
            Assert.NotNull(Row(state, asked).GetString("Closing"));
            Assert.Single(state.Letters, row => row.RowKey == $"{asked.Id}|request-closed");
            Assert.Single(state.Answered, row => row.GetString("Request") == $"{asked.Id}");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 10);

    [Fact]
    public Task Once_reopened_it_is_answered_no_more() => new EveryPoint<PrivacyRequest>(world, output, "reopen")
    {
        Tables = StoredState.OfRequests,
        Prepare = () => world.Given.Request(
            world.Given.NewAddress(), agreed: request => request with { Closing = new(world.Today, "officer", RequestOutcome.Done) }),
        Act = async (life, asked) => Assert.Equal(StatusCodes.Status200OK, (await life.Ask<ReopenPrivacyRequest>(
            (function, request) => function.Run(request, $"{asked.Id}", default), new { reason = "Er mist iets." })).StatusCode),
        Check = (state, asked) =>
        {
            Assert.Null(Row(state, asked).GetString("Closing"));
            Assert.DoesNotContain(state.Answered, row => row.GetString("Request") == $"{asked.Id}");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 8);

    private static Azure.Data.Tables.TableEntity Row(StoredState state, PrivacyRequest request) =>
        Assert.Single(state.Requests, row => row.PartitionKey == $"{request.Id}");
}
