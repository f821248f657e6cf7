using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class ContactDiesTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public Task With_a_key_there_is_one_message_and_one_notice_wherever_the_first_try_died() => new EveryPoint<string>(world, output, "submit with a key")
    {
        Tables = StoredState.OfMessages,
        Prepare = () => Task.FromResult(world.Given.NewAddress()),
        Act = (life, email) => Submit(life, email, key: email),
        Check = (state, email) =>
        {
            var message = Assert.Single(state.Messages, row => row.GetString("Email") == email);
            Assert.Equal("+31612345678", message.GetString("Phone"));
            Assert.Single(state.Letters, row => row.RowKey == $"{message.RowKey}|contact-notice");
            return Task.CompletedTask;
        },
    }.Try(atLeast: 8);

    [Fact]
    public Task Without_a_key_each_message_is_whole_and_told_of() => new EveryPoint<string>(world, output, "submit without a key")
    {
        Tables = StoredState.OfMessages,
        Prepare = () => Task.FromResult(world.Given.NewAddress()),
        Act = (life, email) => Submit(life, email, key: null),
        Check = (state, email) =>
        {
            Assert.InRange(state.Messages.Count(row => row.GetString("Email") == email), 1, 2);
            return Task.CompletedTask;
        },
    }.Try(atLeast: 6);

    [Fact]
    public Task What_staff_take_with_a_key_is_one_message_wherever_the_first_try_died() => new EveryPoint<string>(world, output, "take a message")
    {
        Tables = StoredState.OfMessages,
        Prepare = () => Task.FromResult(world.Given.NewAddress()),
        Act = Take,
        Check = (state, email) =>
        {
            Assert.Equal("phone", Assert.Single(state.Messages, row => row.GetString("Email") == email).GetString("Source"));
            return Task.CompletedTask;
        },
    }.Try(atLeast: 6);

    private static async Task Take(World life, string email)
    {
        var answer = await life.Ask<TakeContact>(
            (function, request) => function.Run(request, default),
            new { name = "Eva", email, message = "Hallo!", channel = "phone", receivedOn = life.Today.AddDays(-1).Iso() },
            request => request.Headers[IdempotencyKey.Header] = email);
        Assert.Equal(StatusCodes.Status201Created, answer.StatusCode);
    }

    private static async Task Submit(World life, string email, string? key)
    {
        var answer = await life.Ask<SubmitContactForm>(
            (function, request) => function.Run(request, default),
            new { name = "Eva", email, phone = "06 12345678", message = "Hallo!" },
            request => request.Headers[IdempotencyKey.Header] = key);
        Assert.Equal(StatusCodes.Status202Accepted, answer.StatusCode);
    }
}
