using System.Net.Sockets;
using Azure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WelWee3D.Tests.Staff;

namespace WelWee3D.Tests.Http;

public sealed class FrontDoorTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2031, 3, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly Lines log = new();
    private readonly DefaultHttpContext context = new();
    private Issuer issuer = null!;
    private FrontDoor door = null!;
    private Func<Task> audited = () => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        issuer = await Issuer.Start();
        door = new FrontDoor(new StaffTokens(Microsoft.Extensions.Options.Options.Create(issuer.Options()), new FakeTimeProvider(Now)), (_, _, _, _) => audited(), log);
    }

    public async Task DisposeAsync() => await issuer.DisposeAsync();

    [Fact]
    public async Task Anyone_comes_in_without_a_token()
    {
        var answer = await Anyone(() => Task.FromResult(Answers.NoContent()));

        Assert.Equal(204, answer.Status);
        Assert.Equal("nosniff", answer.Headers.XContentTypeOptions);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
    }

    [Theory]
    [InlineData(Role.Staff, 204, "staff")]
    [InlineData(Role.Privacy, 204, "privacy")]
    [InlineData(Role.Staff, 204, "staff", "privacy")]
    [InlineData(Role.Privacy, 204, "staff", "privacy")]
    [InlineData(Role.Privacy, 403, "staff")]
    [InlineData(Role.Staff, 403, "privacy")]
    [InlineData(Role.Staff, 403)]
    [InlineData(Role.Staff, 403, "admin")]
    public async Task A_role_comes_in_by_its_own_name_alone(Role role, int status, params string[] roles)
    {
        context.Request.Headers.Authorization = $"Bearer {issuer.Token(Now, roles: roles)}";

        var answer = await Only(role);

        Assert.Equal(status, answer.Status);
        Assert.Equal("no-store", answer.Headers.CacheControl);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_answered()
    {
        context.Request.Headers.Authorization = $"Bearer {issuer.Token(Now, roles: "staff")}";
        audited = () => throw new RequestFailedException(503, "storage is down");

        var answer = await Only(Role.Staff);

        Assert.Equal(503, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer a.b.c")]
    public async Task Without_a_good_token_nobody_comes_in(string? header)
    {
        context.Request.Headers.Authorization = header;

        var answer = await Only(Role.Staff);

        Assert.Equal(401, answer.Status);
        Assert.Equal("Bearer", answer.Headers.WWWAuthenticate);
        Assert.Equal("no-store", answer.Headers.CacheControl);
    }

    [Fact]
    public async Task While_the_issuer_is_down_staff_are_asked_to_come_back()
    {
        issuer.IsDown = true;
        context.Request.Headers.Authorization = $"Bearer {issuer.Token(Now, roles: "staff")}";

        Assert.Equal(503, (await Only(Role.Staff)).Status);
    }

    public static TheoryData<Exception> Outages =>
    [
        new RequestFailedException(0, "No answer"),
        new RequestFailedException(408, "Request timeout"),
        new RequestFailedException(429, "Too many requests"),
        new RequestFailedException(500, "Busy", "OperationTimedOut", null),
        new RequestFailedException(502, "Bad gateway"),
        new RequestFailedException(503, "Busy", "ServerBusy", null),
        new RequestFailedException(504, "Gateway timeout"),
        new AggregateException("Retry failed after 4 tries.", new RequestFailedException("No answer"), new TaskCanceledException()),
        new HttpRequestException("Connection refused", new SocketException((int)SocketError.ConnectionRefused)),
        new SocketException((int)SocketError.ConnectionReset),
        new IOException("Unable to read data", new SocketException((int)SocketError.ConnectionReset)),
        new HttpIOException(HttpRequestError.ResponseEnded),
        new TaskCanceledException("The operation exceeded its timeout"),
    ];

    [Theory]
    [MemberData(nameof(Outages), DisableDiscoveryEnumeration = true)]
    public async Task An_outage_is_answered_with_503_and_logged(Exception outage)
    {
        var answer = await Anyone(() => throw outage);

        Assert.Equal(503, answer.Status);
        Assert.Equal("5", answer.Headers.RetryAfter);
        Assert.Equal((LogLevel.Warning, outage), Assert.Single(log.Written));
    }

    public static TheoryData<Exception> Faults =>
    [
        new RequestFailedException(400, "Invalid input"),
        new RequestFailedException(403, "Forbidden"),
        new RequestFailedException(404, "Not found"),
        new RequestFailedException(409, "Conflict"),
        new RequestFailedException(412, "Changed meanwhile"),
        new RequestFailedException(501, "Not implemented"),
        new AggregateException(new RequestFailedException(0, "No answer"), new InvalidOperationException()),
        new AggregateException(),
        new FileNotFoundException(),
        new IOException("Disk full"),
        new InvalidOperationException(),
    ];

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task The_unexpected_is_let_through(Exception fault)
    {
        Assert.Same(fault, await Record.ExceptionAsync(() => Anyone(() => throw fault)));
        Assert.Empty(log.Written);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(408)]
    [InlineData(413)]
    public async Task A_request_that_the_server_refuses_is_a_problem_with_that_status(int status)
    {
        var answer = await Anyone(() => throw new BadHttpRequestException("Refused", status));

        Assert.Equal(status, answer.Status);
        Assert.StartsWith("application/problem+json", answer.ContentType, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Leavings))]
    public async Task A_caller_who_has_gone_is_no_error(Exception leaving)
    {
        context.RequestAborted = new CancellationToken(canceled: true);

        Assert.Equal(499, (await Anyone(() => throw leaving)).Status);
        Assert.Empty(log.Written);
    }

    public static TheoryData<Exception> Leavings() => [new TaskCanceledException(), new IOException("The client reset the request stream.")];

    private async Task<Answer> Anyone(Func<Task<IResult>> answer) =>
        await Answer.Of(await door.Anyone(context.Request, answer), context);

    private async Task<Answer> Only(Role role) =>
        await Answer.Of(
            await door.Only(role, context.Request, caller =>
            {
                Assert.Equal("assistant", caller.Id);
                return Task.FromResult(Answers.NoContent());
            }),
            context);

    private sealed class Lines : ILogger<FrontDoor>
    {
        public List<(LogLevel Level, Exception? Exception)> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add((logLevel, exception));
    }
}
