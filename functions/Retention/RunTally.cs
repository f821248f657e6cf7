using System.Collections.Concurrent;
using Azure;

namespace WelWee3D.Retention;

/// <summary>A run while it works, in parallel: since when, for whom, and what it did so far.</summary>
/// <param name="kind">One of <see cref="RunKind"/>.</param>
/// <param name="decidedBy">Who decides that something is destroyed: a <see cref="Decider"/>, or the object id of an account.</param>
/// <param name="id">Where it was given one before it began; else it is made of the moment at which it began.</param>
public sealed class RunTally(string kind, string decidedBy, TimeProvider clock, Id? id = null)
{
    private readonly ConcurrentDictionary<string, int> destroyed = new();
    private readonly ConcurrentDictionary<string, int> repaired = new();
    private readonly ConcurrentQueue<Unfinished> unfinished = new();
    private readonly ConcurrentDictionary<string, bool> begun = new();
    private readonly ConcurrentQueue<Exception> failures = new();
    private static readonly TimeSpan New = TimeSpan.FromDays(1);

    private int certificates;
    private int spared;
    private int tidied;

    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    /// <summary>The day on which it began, and by which it judges, also when it goes on after midnight.</summary>
    public DateOnly Today => Amsterdam.DateOf(StartedAt);

    public string DecidedBy => decidedBy;

    public bool IsReplay => kind == RunKind.Replay;

    /// <summary>Whether something was made so lately that whoever makes it may still be at work.</summary>
    public bool IsNew(Id id) => IsNew(id.MadeAt);

    public bool IsNew(DateTimeOffset at) => at > StartedAt - New;

    public IReadOnlyCollection<Exception> Failures => failures;

    /// <summary>Whether to begin with a ledger line: not again in the same run, for what failed would fail again.</summary>
    public bool TryBegin(string line) => begun.TryAdd(line, true);

    public void CountDestroyed(LedgerLine line) =>
        destroyed.AddOrUpdate(line.Kind, line.Items.Count, (_, count) => count + line.Items.Count);

    public void CountCertificate() => Interlocked.Increment(ref certificates);

    public void CountSpared() => Interlocked.Increment(ref spared);

    public void CountTidied() => Interlocked.Increment(ref tidied);

    public void CountRepaired(string what) => repaired.AddOrUpdate(what, 1, (_, count) => count + 1);

    public void Fail(string what, Exception why)
    {
        if (why is UnreadableException unreadable)
        {
            Leave(unreadable);
            return;
        }
        failures.Enqueue(why);
        Leave(what, why is RequestFailedException storage ? $"{Unfinished.StorageAnswered}{storage.Status} {storage.ErrorCode}" : why.GetType().Name);
    }

    /// <summary>For whoever waits for all of it.</summary>
    /// <exception cref="AggregateException">Something failed.</exception>
    public void ThrowIfAnyFailed(string told)
    {
        if (!failures.IsEmpty)
            throw new AggregateException(told, failures);
    }

    public void Leave(UnreadableException unreadable)
    {
        foreach (var what in unreadable.What)
            Leave(what, Unfinished.Unreadable);
    }

    public void Leave(string what, string why) => unfinished.Enqueue(new(what, why));

    /// <summary>The run as it now stands, ended at this moment.</summary>
    public Run ToRun() => new(
        id ?? Id.New(StartedAt), kind, StartedAt, clock.GetUtcNow(), Today, destroyed, certificates, spared, tidied, repaired, OpenTasks: 0,
        unfinished.IsEmpty, [.. unfinished.Distinct()]);
}
