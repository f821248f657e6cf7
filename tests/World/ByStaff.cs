namespace WelWee3D.Tests;

/// <summary>What those who work there have yet to do before all of somebody can go.</summary>
internal static class ByStaff
{
    /// <summary>As long as a request is open, nothing makes it due.</summary>
    public static async Task CloseRequests(this World world)
    {
        await foreach (var open in world.Get<RequestRegister>().Open(DateOnly.MaxValue, default))
            await world.Get<RequestRegister>().Change(open.Id, found => found with { Closing = new(world.Today, "officer", RequestOutcome.Done) }, default);
    }

    public static async Task ConfirmCopies(this World world)
    {
        foreach (var task in await world.Get<DestructionTasks>().All(default))
            foreach (var copy in task.Copies)
                Assert.Null((await world.Get<DestroyedScans>().Confirm(task.Scan, copy.Id, null, "staff", default)).Refusal);
    }
}
