using Azure.Core;

namespace WelWee3D.Tests;

/// <summary>Holds storage calls until so many are under way: had they been made one after another, the first would wait in vain.</summary>
internal sealed class Together(int count, Func<Request, bool> which)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;

    public async Task Before(Request call)
    {
        if (!which(call))
            return;
        if (Interlocked.Increment(ref waiting) == count)
            all.SetResult();
        await all.Task.WaitAsync(Patience);
    }
}
