namespace WelWee3D.Tests.Retention;

/// <summary>Two or three instances of the app at work on one storage at the same moment.</summary>
public abstract class SideBySide(OwnBackend own) : IClassFixture<OwnBackend>, IAsyncLifetime
{
    private protected const int Many = 15;

    private protected static readonly CancellationToken None = CancellationToken.None;

    private protected Backend app = null!;

    public async Task InitializeAsync()
    {
        await own.App.Empty();
        app = own.App.Beside();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private protected static async Task<bool> Erase(Backend app)
    {
        try
        {
            await app.The<Erasure>().Erase([app.The<SubjectKeys>().OfEmail("anna@example.org")], "privacy", None);
            return true;
        }
        catch (AggregateException)
        {
            return false;
        }
    }

    /// <summary>Another instance of the app.</summary>
    private protected Backend Elsewhere(int seed, Moments? moments = null)
    {
        var other = app.Beside();
        var turns = new Interleaving(seed + 1000);
        other.Transport.Before = _ =>
        {
            moments?.Call();
            return turns.Wait();
        };
        return other;
    }

    private protected static async Task<T> During<T>(Moments moments, Task<T> run)
    {
        try
        {
            return await run;
        }
        finally
        {
            moments.Over();
        }
    }

    private protected void Interleave(int seed)
    {
        var turns = new Interleaving(seed + 2000);
        app.Transport.Before = _ => turns.Wait();
    }

    private protected async Task AssertNothingIsLeft()
    {
        foreach (var table in (string[])
            [ContactMessages.TableName, OrderStore.TableName, OrderList.TableName, ScanIndex.TableName, UploadStore.TableName,
                UnclaimedBlobs.TableName, SubjectIndex.TableName])
            Assert.Empty(await app.Rows(table));
        Assert.Empty(await app.BlobNames());
        await AssertNoDestructionIsOpen();
    }

    private protected async Task AssertNoDestructionIsOpen() =>
        Assert.DoesNotContain(await app.Rows(DueIndex.TableName), row => row.RowKey.StartsWith("open|", StringComparison.Ordinal));

    private protected async Task AssertTheChainHolds(int certificates)
    {
        var (verified, broken, _) = await CertificateChain.Verify(app.The<Certificates>().All(None));
        Assert.Null(broken);
        Assert.Equal(certificates, verified);
    }
}
