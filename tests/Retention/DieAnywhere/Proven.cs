namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>That what had to go is gone, once and with proof, and that all else is as it was.</summary>
internal static class Proven
{
    // More certificates than one point of death makes.
    private const int Recent = 12;

    public static async Task Gone(World world, StoredState state, IEnumerable<string> certified, string? waiting = null)
    {
        var proof = await StoredProof.Newest(world, Recent);
        Assert.Empty(proof.Faults());
        Assert.Empty(proof.Certified.Keys.Intersect(state.Kept));
        foreach (var item in certified)
        {
            Assert.DoesNotContain(item, state.Kept);
            Assert.Equal(1, proof.Certified.GetValueOrDefault(item));
        }
        if (waiting is null)
            return;
        Assert.DoesNotContain(waiting, state.Kept);
        Assert.DoesNotContain(waiting, proof.Certified.Keys);
        var task = await world.Storage.Table("DestructionTasks")
            .GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("open", waiting.Replace('|', '-'));
        Assert.True(task.HasValue, $"{waiting} waits for nobody.");
    }

    /// <summary>The whole chain and the whole ledger; and one more sweep finds nothing to do tomorrow.</summary>
    public static async Task Whole(World world)
    {
        Assert.True((await world.Get<Sweep>().Run("sweep", default)).Complete);
        Assert.Empty((await StoredState.Read(world)).DueUntil(world.Today));
        var proof = await StoredProof.All(world);
        Assert.Empty(proof.Faults());
        Assert.Empty(await proof.LedgerFaults(world));
    }
}
