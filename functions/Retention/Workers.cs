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
