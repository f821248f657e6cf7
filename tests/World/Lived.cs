using Azure.Core;

namespace WelWee3D.Tests;

/// <summary>The storage calls of one instance of the app that lived to its end. They tell which deaths leave storage alike.</summary>
internal sealed class Lived
{
    private readonly Lock gate = new();
    private readonly List<Call> calls = [];

    public int Calls => calls.Count;

    public bool Wrote => calls.Any(call => !call.Reads);

    public void Watch(StorageCalls instance) => instance.Before = Begins;

    /// <summary>
    /// Whether storage is then as an earlier death leaves it: with the writes that were sent before, for what is on its way takes
    /// effect. So each number of writes needs one death, before the call that follows the last of them; after all there is none.
    /// </summary>
    /// <param name="number">Of the call, from 1.</param>
    public bool IsLikeAnEarlierDeath(int number, Death death)
    {
        if (number > calls.Count)
            return false;
        return death == Death.BeforeCall ? number > 1 && calls[number - 2].Reads : number < calls.Count || calls[number - 1].Reads;
    }

    private Task Begins(Request request)
    {
        lock (gate)
            calls.Add(new(request.Reads()));
        return Task.CompletedTask;
    }

    private sealed record Call(bool Reads);
}
