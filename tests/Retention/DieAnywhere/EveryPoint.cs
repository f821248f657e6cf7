using Xunit.Abstractions;
using Xunit.Sdk;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>
/// An operation that dies at its first storage call, then at its second, and so on until it lives to its end; each time
/// the app is started anew and the work done again, as whoever asked for it would.
/// </summary>
internal sealed record EveryPoint<T>(MortalApp App, ITestOutputHelper Output, string Operation)
{
    // A turn at an upload ends by itself after this long.
    private static readonly TimeSpan RestartTakes = TimeSpan.FromSeconds(31);

    /// <summary>Where its traces are looked for.</summary>
    public IReadOnlyList<string> Tables { get; init; } = StoredState.OfAll;

    /// <summary>Makes what is there all along, and stays.</summary>
    public Func<Life, Task>? Beside { get; init; }

    public required Func<Life, Task<T>> Prepare { get; init; }

    public required Func<Life, T, Task> Act { get; init; }

    /// <summary>What is done after the restart, if that is something else.</summary>
    public Func<Life, T, Task>? Again { get; init; }

    public required Func<StoredState, T, Task> Check { get; init; }

    /// <summary>Dies before each storage call, and after each: the answer is lost then.</summary>
    /// <param name="atLeast">How many storage calls the operation makes, or more.</param>
    public async Task Try(int atLeast)
    {
        await App.Empty();
        await using var living = App.Live();
        await (Beside ?? (_ => Task.CompletedTask))(living);
        var stays = await StoredState.Read(App, Tables);
        var (before, after) = (await Try(living, stays, Death.BeforeCall), await Try(living, stays, Death.AfterCall));
        Output.WriteLine($"{Operation}: {before + after} points tried, before each of {before} storage calls and after each of {after}");
        Assert.InRange(before, atLeast, int.MaxValue);
        Assert.InRange(after, atLeast, int.MaxValue);
    }

    /// <returns>How many calls it makes when it lives.</returns>
    private async Task<int> Try(Life living, StoredState stays, Death death)
    {
        for (var call = 1; ; call++)
        {
            var subject = await Prepare(living);
            var transport = new DyingTransport(call, death);
            try
            {
                await LiveAndDie(transport, subject);
                Sound((await StoredState.Read(App, Tables)).Faults());
                App.Wait(RestartTakes);
                await using (var next = App.Live())
                    await (Again ?? Act)(next, subject);
                var state = await StoredState.Read(App, Tables);
                Sound(state.Faults().Concat(state.Leftovers(App.Today)));
                Assert.Empty(stays.Kept.Except(state.Kept));
                Assert.Empty(stays.Blobs.Except(state.Blobs));
                await Check(state, subject);
            }
            catch (Exception fault)
            {
                throw new XunitException($"{Operation}, {death} {call} ({transport.LastCall}): {fault.Message}", fault);
            }
            if (!transport.HasDied)
                return call - 1;
        }
    }

    private async Task LiveAndDie(DyingTransport transport, T subject)
    {
        await using var life = App.Live(transport);
        try
        {
            await Act(life, subject);
        }
        catch (Exception) when (transport.HasDied)
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
