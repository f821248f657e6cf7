using Xunit.Abstractions;
using Xunit.Sdk;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>
/// An operation that dies at its first storage call, then at its second, and so on until it lives to its end; each time
/// the app is started anew and the work done again, as whoever asked for it would.
/// </summary>
internal sealed record EveryPoint<T>(World World, ITestOutputHelper Output, string Operation)
{
    // A turn at an upload ends by itself after this long.
    private static readonly TimeSpan RestartTakes = TimeSpan.FromSeconds(31);

    /// <summary>Where its traces are looked for.</summary>
    public IReadOnlyList<string> Tables { get; init; } = StoredState.OfAll;

    /// <summary>Makes what is there all along, and stays.</summary>
    public Func<Task>? Beside { get; init; }

    public required Func<Task<T>> Prepare { get; init; }

    public required Func<World, T, Task> Act { get; init; }

    /// <summary>What is done after the restart, if that is something else.</summary>
    public Func<World, T, Task>? Again { get; init; }

    public required Func<StoredState, T, Task> Check { get; init; }

    /// <summary>
    /// Dies before each storage call, and after each that writes: the answer is lost then. After one that reads, storage is as
    /// before the next.
    /// </summary>
    /// <param name="atLeast">How many storage calls the operation makes, or more.</param>
    public async Task Try(int atLeast)
    {
        await (Beside ?? (() => Task.CompletedTask))();
        var storage = new StoredState.Reader(World, Tables);
        var stays = await storage.Read();
        var reads = new HashSet<int>();
        var before = await Try(storage, stays, Death.BeforeCall, call => false, reads);
        var after = await Try(storage, stays, Death.AfterCall, reads.Contains, []);
        Output.WriteLine($"{Operation}: {before + after - reads.Count} points tried, before each of {before} storage calls and after each that writes");
        Assert.InRange(before, atLeast, int.MaxValue);
        Assert.InRange(after, atLeast, int.MaxValue);
    }

    /// <returns>How many calls it makes when it lives.</returns>
    private async Task<int> Try(StoredState.Reader storage, StoredState stays, Death death, Func<int, bool> isPassedOver, HashSet<int> reads)
    {
        for (var call = 1; ; call++)
        {
            if (isPassedOver(call))
                continue;
            // All on one day, however many there are.
            World.MoveTo(World.Clock.Start);
            var subject = await Prepare();
            var dying = new Dying(call, death);
            try
            {
                await LiveAndDie(dying, subject);
                Sound((await storage.Read()).Faults());
                World.Wait(RestartTakes);
                await using (var next = World.Beside())
                    await (Again ?? Act)(next, subject);
                var state = await storage.Read();
                Sound(state.Faults().Concat(state.Leftovers(World.Today)));
                Assert.Empty(stays.Kept.Except(state.Kept));
                Assert.Empty(stays.Blobs.Except(state.Blobs));
                await Check(state, subject);
            }
            catch (Exception fault)
            {
                throw new XunitException($"{Operation}, {death} {call} ({dying.LastCall}): {fault.Message}", fault);
            }
            if (!dying.HasDied)
                return call - 1;
            if (dying.DiedReading)
                reads.Add(call);
        }
    }

    private async Task LiveAndDie(Dying dying, T subject)
    {
        await using var life = World.Beside(dying.Befall);
        try
        {
            await Act(life, subject);
        }
        catch (Exception) when (dying.HasDied)
        {
            // Whatever the dead still say, nobody hears it.
        }
    }

    private static void Sound(IEnumerable<string> faults)
    {
        var all = string.Join("; ", faults);
        Assert.True(all.Length == 0, all);
    }
}
