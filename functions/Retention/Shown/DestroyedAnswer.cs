namespace WelWee3D.Retention.Shown;

/// <summary>A record that is gone, or going.</summary>
/// <param name="Certificate">The number of the proof; null until everything of it is gone.</param>
/// <param name="RecoveryClosesOn">From when on not even storage can bring it back; also where the proof waits for copies on disk.</param>
/// <param name="DestructionTask">What that waits for, where it is copies on disk.</param>
public sealed record DestroyedAnswer(
    string Kind,
    Id Id,
    Id? Within,
    bool Kept,
    int? Certificate,
    DateTimeOffset DecidedAt,
    string DecidedBy,
    DateTimeOffset? DestroyedAt,
    DateOnly? RecoveryClosesOn,
    OpenCopies? DestructionTask,
    Derivation Why,
    Explanation Explanation)
{
    public static DestroyedAnswer Of(Item item, Destroyed destroyed) => new(
        item.Kind,
        item.Id,
        destroyed.Line.Items.FirstOrDefault(each => each.Id == item.Id)?.Within,
        Kept: false,
        destroyed.Certificate?.Number,
        destroyed.Line.DecidedAt,
        destroyed.Line.DecidedBy,
        destroyed.GoneAt,
        destroyed.RecoveryClosesOn,
        destroyed.Task is { } task
            ? new(task.DestroyOn, task.Deadline, [.. destroyed.OnDisks])
            : null,
        destroyed.Line.Why,
        Explanation.OfDestroyed(destroyed.Line.Why, destroyed.GoneAt, [.. destroyed.OnDisks.Select(copy => copy.Disk)]));
}

/// <summary>The disks that a destruction still waits for.</summary>
public sealed record OpenCopies(DateOnly DestroyOn, DateOnly Deadline, IReadOnlyList<DiskCopy> Copies);
