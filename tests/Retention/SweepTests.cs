using Azure;
using Azure.Core;

namespace WelWee3D.Tests.Retention;

/// <summary>A sweep when storage does not do all that it is asked.</summary>
public sealed class SweepTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_cannot_be_destroyed_is_told_and_all_else_goes_the_same_night()
    {
        var (refusedOrder, refusedScan) = await world.NewShippedOrder();
        var (order, scan) = await world.NewShippedOrder("bea@example.org");
        var message = await world.NewMessage();
        world.Wait(TimeSpan.FromDays(6 * 366));

        world.Calls.Before = request => IsDeletionIn(refusedOrder.Id, request)
            ? throw new RequestFailedException(403, "Refused", "AuthorizationFailure", null)
            : Task.CompletedTask;
        var night = await Sweep();

        Assert.False(night.Complete);
        Assert.Equal([new Unfinished($"scan-{refusedScan}", "storage answered 403 AuthorizationFailure")], night.Unfinished);
        Assert.NotNull(await world.Get<OrderStore>().Find(refusedOrder.Id, None));
        Assert.Null(await world.Get<OrderStore>().Find(order.Id, None));
        Assert.Null(await world.Get<ContactMessages>().Find(message, None));
        Assert.DoesNotContain(refusedScan, (await world.Certified()).Keys);

        world.Calls.LetBe();
        Assert.True((await Sweep()).Complete);

        var certified = await world.Certified();
        Assert.All(certified.Values, count => Assert.Equal(1, count));
        Assert.Superset(new HashSet<Id> { refusedOrder.Id, refusedScan, order.Id, scan, message }, certified.Keys.ToHashSet());
    }

    [Theory]
    [InlineData("Subjects")]
    [InlineData("exports")]
    public async Task What_is_gone_and_cannot_be_proved_yet_is_told_and_proved_the_next_night(string refused)
    {
        var (order, scan) = await world.NewShippedOrder();
        var message = await world.NewMessage();
        world.Wait(TimeSpan.FromDays(6 * 366));

        world.Calls.Before = request => IsRefused(request, refused)
            ? throw new RequestFailedException(403, "Refused", "AuthorizationFailure", null)
            : Task.CompletedTask;
        var night = await Sweep();

        Assert.False(night.Complete);
        Assert.All(night.Unfinished, each => Assert.Equal("storage answered 403 AuthorizationFailure", each.Why));
        Assert.Equal(night.Id, (await world.Get<RunLog>().Find(night.Id, None))!.Id);
        Assert.Null(await world.Get<ContactMessages>().Find(message, None));
        Assert.DoesNotContain(message, (await world.Certified()).Keys);

        world.Calls.LetBe();
        Assert.True((await Sweep()).Complete);

        var certified = await world.Certified();
        Assert.All(certified.Values, count => Assert.Equal(1, count));
        Assert.Superset(new HashSet<Id> { order.Id, scan, message }, certified.Keys.ToHashSet());
    }

    [Fact]
    public async Task A_run_that_cannot_read_what_is_due_says_so_and_fails()
    {
        world.Wait(TimeSpan.FromDays(1));
        world.Calls.Before = request => request.Method == RequestMethod.Get && request.Uri.Path.Contains("/Due", StringComparison.Ordinal)
            ? throw new RequestFailedException(403, "Refused", "AuthorizationFailure", null)
            : Task.CompletedTask;

        await Assert.ThrowsAsync<RequestFailedException>(Sweep);

        world.Calls.LetBe();
        var night = await world.Get<RunLog>().NewestFirst(null, 1, None).FirstAsync();
        Assert.Equal([new Unfinished("the rest", "storage answered 403 AuthorizationFailure")], night.Unfinished);
    }

    private static bool IsDeletionIn(Id order, Request request) =>
        request.Method == RequestMethod.Delete && request.Uri.Path.Contains($"/{order}/", StringComparison.Ordinal);

    // The deletion of a subject row alone, or of many in a transaction; or any look at the packages.
    private static bool IsRefused(Request request, string what) => what == "exports"
        ? request.Uri.Path.Contains($"/{what}", StringComparison.Ordinal)
        : request.Method != RequestMethod.Get && (request.Uri.Path.Contains($"/{what}", StringComparison.Ordinal)
            || request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && request.Text().Contains($"/{what}", StringComparison.Ordinal));

    private Task<Run> Sweep() => world.Get<Sweep>().Run("sweep", None);
}
