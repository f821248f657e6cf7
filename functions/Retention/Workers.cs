namespace WelWee3D.Retention;

/// <summary>Work on many things, a few at a time. What fails is told, and the others go on.</summary>
internal static class Workers
{
    private const int AtOnce = 8;

    public static Task Each<T>(
        IEnumerable<T> items, Func<T, string> name, RunTally tally, Func<T, Task> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(items, Few(cancellation), (item, _) => Try(item, name, tally, work, cancellation));

    public static Task Each<T>(
        IAsyncEnumerable<T> items, Func<T, string> name, RunTally tally, Func<T, Task> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(items.Telling(tally), Few(cancellation), (item, _) => Try(item, name, tally, work, cancellation));

    /// <summary>Those that can be read. The others are told.</summary>
    public static async IAsyncEnumerable<T> Telling<T>(this IAsyncEnumerable<T> items, RunTally tally)
    {
        await using var each = items.GetAsyncEnumerator();
        while (await Next())
            yield return each.Current;

        async ValueTask<bool> Next()
        {
            try
            {
                return await each.MoveNextAsync();
            }
            catch (UnreadableException unreadable)
            {
                tally.Leave(unreadable);
                return false;
            }
        }
    }

    /// <summary>One thing for all of them. When it fails, that is told, and what comes after goes on.</summary>
    public static async Task Together<T>(
        IReadOnlyCollection<T> items, Func<T, string> name, RunTally tally, Func<IReadOnlyCollection<T>, Task> work,
        CancellationToken cancellation)
    {
        if (items.Count > 0)
            await Try(items, all => $"{name(all.First())} and {all.Count - 1} more", tally, work, cancellation);
    }

    /// <summary>Those of one day, some at a time.</summary>
    public static IEnumerable<T[]> InBatches<T>(this IEnumerable<T> all, Func<T, DateOnly> day, int atOnce) =>
        all.GroupBy(day).SelectMany(some => some.Chunk(atOnce));

    private static ParallelOptions Few(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };

    private static async ValueTask Try<T>(
        T item, Func<T, string> name, RunTally tally, Func<T, Task> work, CancellationToken cancellation)
    {
        try
        {
            await work(item);
        }
        // A timeout of storage comes as a cancellation that nobody asked for.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            tally.Fail(name(item), failure);
        }
    }
}
