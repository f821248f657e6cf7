using Azure;
using Azure.Core;
using WelWee3D.Contact;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Storage;

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

    public void Dispose() => app.Transport.Before = _ => Task.CompletedTask;

    private static bool IsDeletionIn(Id order, Request request) =>
        request.Method == RequestMethod.Delete && request.Uri.Path.Contains($"/{order}/", StringComparison.Ordinal);

    private Task<Run> Sweep() => app.The<Sweep>().Run("sweep", None);
}
