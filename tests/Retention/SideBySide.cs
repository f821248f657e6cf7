namespace WelWee3D.Tests.Retention;

/// <summary>Two or three instances of the app at work on one storage at the same moment.</summary>
public abstract class SideBySide : OwnWorld
{
    private protected const int Many = 15;

    private protected static readonly CancellationToken None = CancellationToken.None;

    private protected static async Task<bool> Erase(World instance)
    {
        try
        {
            await instance.Get<Erasure>().Erase([instance.Get<SubjectKeys>().OfEmail(Make.Email)], "privacy", None);
            return true;
        }
        catch (AggregateException)
        {
            return false;
        }
    }

    /// <summary>Another instance of the app.</summary>
    private protected World Elsewhere(int seed, Moments? moments = null)
    {
        var turns = new Interleaving(seed + 1000);
        return world.Beside(calls => calls.Before = _ =>
        {
            moments?.Call();
            return turns.Wait();
        });
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
        world.Calls.Before = _ => turns.Wait();
    }

    private protected async Task AssertNothingIsLeft()
    {
        foreach (var table in (string[])
            [ContactMessages.TableName, OrderStore.TableName, OrderList.TableName, ScanIndex.TableName, UploadStore.TableName,
                UnclaimedBlobs.TableName, SubjectIndex.TableName])
            Assert.Empty(await world.Storage.Rows(table));
        Assert.Empty(await world.Storage.BlobNames());
        await AssertNoDestructionIsOpen();
    }

    private protected async Task AssertNoDestructionIsOpen() =>
        Assert.DoesNotContain(await world.Storage.Rows(DueIndex.TableName), row => row.RowKey.StartsWith("open|", StringComparison.Ordinal));

    private protected async Task AssertTheChainHolds(int certificates)
    {
        var (verified, broken, _) = await CertificateChain.Verify(world.Get<Certificates>().All(None));
        Assert.Null(broken);
        Assert.Equal(certificates, verified);
    }
}
