using System.Text;
using Azure;
using Azure.Core;

namespace WelWee3D.Tests.Retention;

/// <summary>A sweep when storage does not do all that it is asked.</summary>
public sealed class SweepTests(OwnBackend own) : IClassFixture<OwnBackend>, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Backend app = own.App;

    [Fact]
    public async Task What_cannot_be_destroyed_is_told_and_all_else_goes_the_same_night()
    {
        var (refusedOrder, refusedScan) = await app.NewShippedOrder();
        var (order, scan) = await app.NewShippedOrder("bea@example.org");
        var message = await app.NewMessage();
        app.Clock.Move(TimeSpan.FromDays(6 * 366));

        app.Transport.Before = request => IsDeletionIn(refusedOrder, request)
            ? throw new RequestFailedException(403, "Refused", "AuthorizationFailure", null)
            : Task.CompletedTask;
        var night = await Sweep();

        Assert.False(night.Complete);
        Assert.Equal([new Unfinished($"scan-{refusedScan}", "storage answered 403 AuthorizationFailure")], night.Unfinished);
        Assert.NotNull(await app.The<OrderStore>().Find(refusedOrder, None));
        Assert.Null(await app.The<OrderStore>().Find(order, None));
        Assert.Null(await app.The<ContactMessages>().Find(message, None));
        Assert.DoesNotContain(refusedScan, (await app.Certified()).Keys);

        app.Transport.Before = _ => Task.CompletedTask;
        Assert.True((await Sweep()).Complete);

        var certified = await app.Certified();
        Assert.All(certified.Values, count => Assert.Equal(1, count));
        Assert.Superset(new HashSet<Id> { refusedOrder, refusedScan, order, scan, message }, certified.Keys.ToHashSet());
    }

    [Theory]
    [InlineData("Subjects")]
    [InlineData("exports")]
    public async Task What_is_gone_and_cannot_be_proved_yet_is_told_and_proved_the_next_night(string refused)
    {
        var (order, scan) = await app.NewShippedOrder();
        var message = await app.NewMessage();
        app.Clock.Move(TimeSpan.FromDays(6 * 366));

        app.Transport.Before = request => IsRefused(request, refused)
            ? throw new RequestFailedException(403, "Refused", "AuthorizationFailure", null)
            : Task.CompletedTask;
        var night = await Sweep();

        Assert.False(night.Complete);
        Assert.All(night.Unfinished, each => Assert.Equal("storage answered 403 AuthorizationFailure", each.Why));
        Assert.Equal(night.Id, (await app.The<RunLog>().Find(night.Id, None))!.Id);
        Assert.Null(await app.The<ContactMessages>().Find(message, None));
        Assert.DoesNotContain(message, (await app.Certified()).Keys);

        app.Transport.Before = _ => Task.CompletedTask;
        Assert.True((await Sweep()).Complete);

        var certified = await app.Certified();
        Assert.All(certified.Values, count => Assert.Equal(1, count));
        Assert.Superset(new HashSet<Id> { order, scan, message }, certified.Keys.ToHashSet());
    }

    [Fact]
    public async Task A_run_that_cannot_read_what_is_due_says_so_and_fails()
    {
        app.Clock.Move(TimeSpan.FromDays(1));
        app.Transport.Before = request => request.Method == RequestMethod.Get && request.Uri.Path.Contains("/Due", StringComparison.Ordinal)
            ? throw new RequestFailedException(403, "Refused", "AuthorizationFailure", null)
            : Task.CompletedTask;

        await Assert.ThrowsAsync<RequestFailedException>(Sweep);

        app.Transport.Before = _ => Task.CompletedTask;
        var night = await app.The<RunLog>().NewestFirst(null, 1, None).FirstAsync();
        Assert.Equal([new Unfinished("the rest", "storage answered 403 AuthorizationFailure")], night.Unfinished);
    }

    public void Dispose() => app.Transport.Before = _ => Task.CompletedTask;

    private static bool IsDeletionIn(Id order, Request request) =>
        request.Method == RequestMethod.Delete && request.Uri.Path.Contains($"/{order}/", StringComparison.Ordinal);

    // The deletion of a subject row alone, or of many in a transaction; or any look at the packages.
    private static bool IsRefused(Request request, string what) => what == "exports"
        ? request.Uri.Path.Contains($"/{what}", StringComparison.Ordinal)
        : request.Method != RequestMethod.Get && (request.Uri.Path.Contains($"/{what}", StringComparison.Ordinal)
            || request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && Body(request).Contains($"/{what}", StringComparison.Ordinal));

    private static string Body(Request request)
    {
        using var body = new MemoryStream();
        request.Content!.WriteTo(body, None);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    private Task<Run> Sweep() => app.The<Sweep>().Run("sweep", None);
}
