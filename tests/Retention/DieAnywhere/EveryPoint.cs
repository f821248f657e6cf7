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

    private static readonly bool AllDeaths = Environment.GetEnvironmentVariable("ALL_DEATHS") == "1";

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
    /// Dies before each storage call and after each; of deaths that leave storage alike, the first is tried. All are, with
    /// <c>ALL_DEATHS=1</c>.
    /// </summary>
    /// <param name="atLeast">How many storage calls the operation makes, or more.</param>
    public async Task Try(int atLeast)
    {
        await (Beside ?? (() => Task.CompletedTask))();
        var storage = new StoredState.Reader(World, Tables);
        var stays = await storage.Read();
        var lived = new Lived();
        await Try(storage, stays, "no death", lived.Watch);
        Assert.InRange(lived.Calls, atLeast, int.MaxValue);
        var tried = 0;
        foreach (var death in Enum.GetValues<Death>())
            tried += await Try(storage, stays, death, lived);
        Assert.True(tried > 0 || !lived.Wrote, "No death was tried.");
        Output.WriteLine($"{Operation}: {tried} deaths tried, at {lived.Calls} storage calls");
    }

    /// <summary>Until it lives.</summary>
    private async Task<int> Try(StoredState.Reader storage, StoredState stays, Death death, Lived lived)
    {
        var tried = 0;
        for (var call = 1; ; call++)
        {
            if (!AllDeaths && lived.IsLikeAnEarlierDeath(call, death))
                continue;
            var dying = new Dying(call, death);
            await Try(storage, stays, $"{death} {call}", dying.Befall, dying);
            if (dying.HasDied)
                tried++;
            else if (call > lived.Calls)
                return tried;
        }
    }

    private async Task Try(StoredState.Reader storage, StoredState stays, string death, Action<StorageCalls> calls, Dying? dying = null)
    {
        // All on one day, however many there are.
        World.MoveTo(World.Clock.Start);
        var subject = await Prepare();
        try
        {
            await LiveAndDie(calls, dying, subject);
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
            throw new XunitException($"{Operation}, {death} ({dying?.LastCall}): {fault.Message}", fault);
        }
    }

    private async Task LiveAndDie(Action<StorageCalls> calls, Dying? dying, T subject)
    {
        await using var life = World.Beside(calls);
        try
        {
            await Act(life, subject);
        }
        catch (Exception) when (dying is { HasDied: true })
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
