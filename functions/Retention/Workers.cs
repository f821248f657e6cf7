namespace WelWee3D.Retention;

/// <summary>Work on many things, a few at a time. What fails is told, and the others go on.</summary>
internal static class Workers
{
    private const int AtOnce = 8;

    public static Task Each<T>(
        IEnumerable<T> items, Func<T, string> name, SweepTally tally, Func<T, Task> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(items, Few(cancellation), (item, _) => Try(item, name, tally, work));

    public static Task Each<T>(
        IAsyncEnumerable<T> items, Func<T, string> name, SweepTally tally, Func<T, Task> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(items, Few(cancellation), (item, _) => Try(item, name, tally, work));

    /// <summary>One thing for all of them. When it fails, that is told, and what comes after goes on.</summary>
    public static async Task Together<T>(
        IReadOnlyCollection<T> items, Func<T, string> name, SweepTally tally, Func<IReadOnlyCollection<T>, Task> work)
    {
        if (items.Count > 0)
            await Try(items, all => $"{name(all.First())} and {all.Count - 1} more", tally, work);
    }

    private static ParallelOptions Few(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };

    private static async ValueTask Try<T>(T item, Func<T, string> name, SweepTally tally, Func<T, Task> work)
    {
        try
        {
            await work(item);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            tally.Fail(name(item), failure);
        }
    }
}
