using Azure.Core;

namespace WelWee3D.Tests;

/// <summary>The storage calls of one instance of the app that lived to its end. They tell which deaths leave storage alike.</summary>
internal sealed class Lived
{
    private readonly Lock gate = new();
    private readonly List<Call> calls = [];

    public int Calls => calls.Count;

    public void Watch(StorageCalls instance) => (instance.Before, instance.After) = (Begins, Ends);

    /// <summary>
    /// Whether storage is then as an earlier death leaves it. Who does one thing at a time, and dies before a call, leaves what
    /// the call before it left; and a call that reads leaves what it found.
    /// </summary>
    /// <param name="number">Of the call, from 1.</param>
    public bool IsLikeAnEarlierDeath(int number, Death death)
    {
        if (number > calls.Count || calls[number - 1].IsBesideOthers)
            return false;
        return death == Death.BeforeCall ? number > 1 && !calls[number - 2].IsBesideOthers : calls[number - 1].Reads;
    }

    private Task Begins(Request request)
    {
        lock (gate)
        {
            var underWay = calls.Where(call => !call.HasEnded).ToList();
            calls.Add(new(request) { IsBesideOthers = underWay.Count > 0 });
            underWay.ForEach(call => call.IsBesideOthers = true);
        }
        return Task.CompletedTask;
    }

    private Task Ends(Request request)
    {
        lock (gate)
            calls.Last(call => call.Request == request).HasEnded = true;
        return Task.CompletedTask;
    }

    private sealed record Call(Request Request)
    {
        public bool Reads => Request.Reads();

        public bool IsBesideOthers { get; set; }

        public bool HasEnded { get; set; }
    }
}
