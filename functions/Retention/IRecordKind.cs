namespace WelWee3D.Retention;

/// <summary>
/// A kind of record that is kept, described once: how its records are found, decided about, told and destroyed. The
/// engine judges when; the slice finds, decides and deletes. Every operation can be repeated after dying anywhere.
/// </summary>
public interface IRecordKind
{
    /// <summary>As stored in due rows, ledger, certificates and answers: never renamed.</summary>
    string Name { get; }

    KindWords Words { get; }

    /// <summary>The kinds whose destruction may make records of this one due, and that go first.</summary>
    IReadOnlyList<string> After => [];

    /// <summary>The tables of a package in which its records are told; none where another kind tells them.</summary>
    IReadOnlyList<PackageTable> Tables => [];

    /// <summary>
    /// The kind that its records are parts of; null where they stand by themselves. To parts no due row and no index of subjects leads
    /// but by their owner.
    /// </summary>
    string? OwnerKind => null;

    /// <summary>Whether the account that its files are in can bring them back for a while.</summary>
    bool IsRecoverable => false;

    /// <summary>How many records one <see cref="Find"/> takes with ease.</summary>
    int FoundAtOnce => 1;

    /// <summary>
    /// Records of one batch may go together, under one ledger line: they are in one partition of their table. Null for
    /// a record that goes alone, under a line named after it.
    /// </summary>
    string? BatchOf(Id id) => null;

    /// <summary>Every record of this kind, with its parts. Parts that their owner brings along are not given again.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    IAsyncEnumerable<KeptRecord> All(CancellationToken cancellation);

    /// <summary>Those of these records that there are, with their parts.</summary>
    /// <exception cref="UnreadableException">Any of them cannot be read, and so is not known to be gone.</exception>
    Task<IReadOnlyList<KeptRecord>> Find(IReadOnlyList<Id> ids, CancellationToken cancellation);

    /// <summary>Decides about a record, as far as that is for its kind; a part is decided about with its owner.</summary>
    /// <returns>False when somebody is changing it just now: to be asked again.</returns>
    Task<bool> Decide(Id id, Intervention intervention, CancellationToken cancellation);

    /// <summary>Has a record that keeps hashes of people, and not what they are made of, found by each hash of a value that one of them is of.</summary>
    Task Rekey(Id id, IReadOnlyList<IReadOnlyList<string>> values, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Tells a record in a package; its files go into the package as they are.</summary>
    Task Export(KeptRecord record, Package package, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Looks after what the slice keeps beside its records: its own indexes, its files. Counts what it put right.</summary>
    Task Reconcile(RunTally tally, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Takes away what was behind a due row that leads to no record (any more).</summary>
    /// <returns>False when somebody is changing it just now.</returns>
    Task<bool> Tidy(Id id, CancellationToken cancellation) => Task.FromResult(true);

    /// <summary>The files and disks that go with a record.</summary>
    Task<Belongings> Account(KeptRecord record, CancellationToken cancellation) => Task.FromResult(Belongings.None);

    /// <summary>Deletes what a line names, as far as it is still due.</summary>
    Task<Outcome> Destroy(Destruction destruction, CancellationToken cancellation);

    /// <summary>Deletes its copies of records that are gone; what is begun later cannot hold them.</summary>
    /// <param name="records">Null for all copies of anything.</param>
    Task DeleteCopies(IReadOnlySet<Id>? records, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Looks whether nothing of these lines is left.</summary>
    Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation);

    /// <summary>When the last of a line's files was deleted that storage can still recover; null when there is none.</summary>
    Task<DateTimeOffset?> LastRecoverable(LedgerLine line, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);
}

/// <summary>What belongs to a record besides its rows.</summary>
/// <param name="Disks">The disks of the practice that still have a copy, by their lasting names.</param>
public sealed record Belongings(IReadOnlyList<DestroyedFile> Files, IReadOnlyList<string> Disks)
{
    public static readonly Belongings None = new([], []);

    /// <summary>What it was called before.</summary>
    public IReadOnlyList<Id> FormerIds { get; init; } = [];
}

/// <summary>A destruction, from the decision to the proof.</summary>
/// <param name="Open">The work in the due index that leads back to it after a crash.</param>
/// <param name="Line">As decided; once the records are gone, as it was carried out.</param>
/// <param name="Seen">The records as they were when it was decided; empty when an earlier run decided it.</param>
public sealed record Destruction(OpenDestruction Open, LedgerLine Line, IReadOnlyList<KeptRecord> Seen)
{
    /// <summary>Once it has begun.</summary>
    public StoredLine? Stored { get; init; }

    /// <summary>The copies elsewhere that its certificate waits for, where it has any.</summary>
    public DestructionTask? Task { get; init; }
}

/// <summary>What came of a destruction.</summary>
/// <param name="CarriedOut">The line as it was carried out; null when nothing of it was due any more.</param>
/// <param name="Task">The copies elsewhere that its certificate waits for, where it has any.</param>
public sealed record Outcome(LedgerLine? CarriedOut, DestructionTask? Task = null, bool IsBusy = false)
{
    public static readonly Outcome Spared = new(CarriedOut: null);

    /// <summary>Somebody is changing it: the next run finishes.</summary>
    public static readonly Outcome Busy = new(CarriedOut: null, IsBusy: true);
}
