namespace WelWee3D.Tests.Retention;

/// <summary>Lets things happen at storage calls of a run that the seed chooses: some early, some late, some in between.</summary>
internal sealed class Moments(int seed, int calls)
{
    private readonly Lock counting = new();
    private readonly Random random = new(seed);
    private readonly List<(int Call, TaskCompletionSource Come)> awaited = [];
    private int count;

    public Task Next()
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (counting)
        {
            awaited.Add((random.Next(calls), come));
            Reach();
        }
        return come.Task;
    }

    public void Call() => Come(() => ++count);

    /// <summary>The run is over: what was to come later comes now.</summary>
    public void Over() => Come(() => count = calls);

    private void Come(Action now)
    {
        lock (counting)
        {
            now();
            Reach();
        }
    }

    private void Reach()
    {
        foreach (var (_, come) in awaited.Where(each => each.Call < count))
            come.TrySetResult();
    }
}
