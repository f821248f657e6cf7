using System.Collections.Concurrent;

namespace WelWee3D.Retention;

/// <summary>The keys of an index. Each is taken by the record that accounts for it; what is left is nobody's.</summary>
internal sealed class Keys<T>
    where T : notnull
{
    private readonly ConcurrentDictionary<T, bool> keys = new();

    public IEnumerable<T> Left => keys.Keys;

    public async Task Read(IAsyncEnumerable<T> index, RunTally tally)
    {
        await foreach (var key in index.Telling(tally))
            Add(key);
    }

    public void Add(T key) => keys[key] = true;

    /// <returns>False when the index does not have it.</returns>
    public bool Take(T key) => keys.TryRemove(key, out _);
}
