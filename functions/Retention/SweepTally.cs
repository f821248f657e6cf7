using System.Collections.Concurrent;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>Something that a run could not finish, and why. Names nobody.</summary>
public sealed record Unfinished([Pseudonymous] string What, [Operational] string Why);

/// <summary>What a run did, counted while it works in parallel.</summary>
public sealed class SweepTally
{
    private readonly ConcurrentDictionary<string, int> destroyed = new();
    private readonly ConcurrentDictionary<string, int> repaired = new();
    private readonly ConcurrentQueue<Unfinished> unfinished = new();
    private readonly ConcurrentDictionary<string, bool> left = new();
    private readonly ConcurrentQueue<Exception> failures = new();
    private int certificates;
    private int spared;
    private int tidied;
    private int tasks;

    public IReadOnlyDictionary<string, int> Destroyed => destroyed;

    public int Certificates => certificates;

    /// <summary>Destructions that were decided, and not carried out since the record had changed.</summary>
    public int Spared => spared;

    /// <summary>Index rows without a record, removed.</summary>
    public int Tidied => tidied;

    /// <summary>What was put right, by what it was.</summary>
    public IReadOnlyDictionary<string, int> Repaired => repaired;

    /// <summary>Destructions that wait for staff to confirm copies on disk.</summary>
    public int OpenTasks => tasks;

    public IReadOnlyCollection<Unfinished> Unfinished => unfinished;

    public IReadOnlyCollection<Exception> Failures => failures;

    public void CountDestroyed(LedgerLine line)
    {
        destroyed.AddOrUpdate(line.Kind, line.Items.Count, (_, count) => count + line.Items.Count);
        Interlocked.Increment(ref certificates);
    }

    public void CountOpenTask() => Interlocked.Increment(ref tasks);

    public void CountSpared() => Interlocked.Increment(ref spared);

    public void CountTidied(int count) => Interlocked.Add(ref tidied, count);

    public void CountRepaired(string what) => repaired.AddOrUpdate(what, 1, (_, count) => count + 1);

    public void Fail(string what, Exception why)
    {
        failures.Enqueue(why);
        Leave(what, why is Azure.RequestFailedException storage ? $"storage answered {storage.Status} {storage.ErrorCode}" : why.GetType().Name);
    }

    public bool HasFailed(string what) => left.ContainsKey(what);

    public void Leave(string what, string why)
    {
        left[what] = true;
        unfinished.Enqueue(new(what, why));
    }

    public Run ToRun(Id id, string kind, DateTimeOffset startedAt, DateTimeOffset endedAt, DateOnly until) => new(
        id, kind, startedAt, endedAt, until, Destroyed, Certificates, Spared, Tidied, Repaired, OpenTasks,
        unfinished.IsEmpty, [.. unfinished]);
}
