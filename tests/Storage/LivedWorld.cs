namespace WelWee3D.Tests.Storage;

/// <summary>A world in which rows of another version are, and how all of it comes to its end.</summary>
public abstract class LivedWorld : OwnWorld
{
    /// <summary>The day on which rows were first kept.</summary>
    internal const string First = "2026-11-26";

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Sweeps long after every deadline: all goes but what is restricted, and that too when it no longer is.</summary>
    internal async Task AllOfItGoes(KeptRows kept)
    {
        var records = new HashSet<Id>();
        foreach (var kind in world.Get<RecordKinds>().InOrder)
            records.UnionWith((await kind.All(None).SelectMany(record => record.WithParts).ToListAsync()).Select(each => each.Item.Id));
        await world.CloseRequests();
        var restricted = await world.Get<ContactMessages>().All(None).SingleAsync(each => each.Retention.DueOn is null);
        world.MoveTo(new DateOnly(2040, 1, 1));

        await Sweep();
        await world.ConfirmCopies();
        Assert.Equal([restricted.Due], await world.DueRows());
        await world.LiftRestriction(restricted.Subjects);
        await Sweep();
        await world.Get<Reconciliation>().Run(None);
        world.MoveTo(new DateOnly(2042, 1, 1));
        await Sweep();

        Assert.NotEmpty(records);
        Assert.Superset(records, (await world.Certified()).Where(each => each.Value == 1).Select(each => each.Key).ToHashSet());
        await world.Function<RemindDeadlines>().Run(new(), None);
        await world.Get<Reconciliation>().Run(None);
        await world.Function<SweepChallenges>().Run(new(), None);
        await world.Function<GoOnWithRuns>().Run(new(), None);
        foreach (var table in StorageSetup.RecordTables.Except([RunLog.TableName, LastSweep.TableName, KnownTerms.TableName, KnownSettings.TableName, ChainVerification.TableName, Letters.TableName, DiskRegister.TableName, RecipientRegister.TableName, QuoteRegister.TableName]))
            Assert.Empty(await world.Storage.Rows(table));
        foreach (var container in kept.Containers.Keys.Except([Checkpoints.ContainerName]))
            Assert.Empty(await Account.BlobNames(world.Storage.Container(container)));
        Assert.Empty(await world.Get<DestructionTasks>().All(None));
        Assert.DoesNotContain(await world.Get<Ledger>().All(None).ToListAsync(), stored => stored.Line.TellsForWhom);
        Assert.True((await CertificateChain.Verify(world.Get<Certificates>().All(None))).Intact);
    }

    private async Task Sweep() => Assert.Empty((await world.Get<Sweep>().Run("sweep", None)).Unfinished);
}
