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

    public required Func<Life, Task<T>> Prepare { get; init; }

    public required Func<Life, T, Task> Act { get; init; }

    /// <summary>What is done after the restart, if that is something else.</summary>
    public Func<Life, T, Task>? Again { get; init; }

    public required Func<StoredState, T, Task> Check { get; init; }

    /// <summary>
    /// Every call, once: what storage holds when a process dies after a call is what it holds when one dies before the next.
    /// </summary>
    /// <param name="atLeast">How many storage calls the operation makes, or more.</param>
    public async Task TryOnce(int atLeast)
    {
        var calls = await Try(Death.BeforeCall);
        Output.WriteLine($"{Operation}: died at {calls} points, before each of its storage calls");
        Assert.InRange(calls, atLeast, int.MaxValue);
    }

    /// <param name="atLeast">How many storage calls the operation makes, or more.</param>
    public async Task Try(int atLeast)
    {
        var calls = (Before: await Try(Death.BeforeCall), After: await Try(Death.AfterCall));
        Output.WriteLine($"{Operation}: died at {calls.Before + calls.After} points, before and after each of {calls.Before} storage calls");
        Assert.InRange(calls.Before, atLeast, int.MaxValue);
        Assert.InRange(calls.After, atLeast, int.MaxValue);
    }

    /// <returns>How many calls it makes when it lives.</returns>
    public async Task<int> Try(Death death)
    {
        await using var living = App.Live();
        for (var call = 1; ; call++)
        {
            var subject = await Prepare(living);
            var transport = new DyingTransport(call, death);
            try
            {
                await LiveAndDie(transport, subject);
                Sound((await StoredState.Read(App)).Faults());
                App.Wait(RestartTakes);
                await using (var next = App.Live())
                    await (Again ?? Act)(next, subject);
                var state = await StoredState.Read(App);
                Sound(state.Faults().Concat(state.Leftovers(App.Today)));
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
