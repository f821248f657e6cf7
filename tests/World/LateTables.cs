using System.Collections.Concurrent;

namespace WelWee3D.Tests;

/// <summary>Tables of an account that are each made when something first asks for them: a test uses a few of the app's fifty.</summary>
public sealed class LateTables(string connectionString)
{
    private readonly TableServiceClient tables = new(connectionString);
    private readonly ConcurrentDictionary<string, Lazy<Task>> late = [];

    public void Add(IEnumerable<string> names)
    {
        foreach (var name in names)
            late.TryAdd(name, new(() => tables.GetTableClient(name).CreateIfNotExistsAsync()));
    }

    internal Task MakeAll() => Task.WhenAll(late.Values.Select(made => made.Value));

    internal Task MakeFor(string place) => late.TryGetValue(place, out var made) ? made.Value : Task.CompletedTask;
}
