using Azure;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>A destruction as decided: the ledger line, and the open work that leads back to it after a crash.</summary>
/// <param name="Versions">Of the records as they were when decided, where that is known.</param>
public sealed record Destruction(
    OpenDestruction Open, LedgerLine Line, IReadOnlyDictionary<Id, ETag>? Versions = null);

/// <summary>What came of looking again at due rows.</summary>
/// <param name="Again">Rows to look at once more when these destructions are carried out: more may follow from them.</param>
/// <param name="Tidied">Index rows without a record, or left behind by a change: removed.</param>
public sealed record Verdict(IReadOnlyList<Destruction> Destructions, IReadOnlyList<DueRow> Again, int Tidied)
{
    public static readonly Verdict Nothing = new([], [], 0);
}

/// <summary>A record that is kept, and why it still is.</summary>
/// <param name="Within">The order that a scan belongs to.</param>
/// <param name="Due">The due row that stands for it.</param>
public sealed record Kept(string Kind, Id Id, Id? Within, DueRow Due, Derivation Retention);

/// <summary>How one slice's records are destroyed. The engine decides when; the record itself decides whether.</summary>
public interface IDestroyer
{
    /// <summary>The kind of due row that it looks at.</summary>
    string DueKind { get; }

    /// <summary>How many due rows, or ledger lines of one day, it looks at together.</summary>
    int AtOnce { get; }

    /// <summary>The kinds of ledger line that it carries out.</summary>
    IReadOnlyList<string> LineKinds { get; }

    /// <summary>What is kept behind due rows, and why: for those who only look.</summary>
    Task<IReadOnlyList<Kept>> Describe(IReadOnlyList<Id> ids, CancellationToken cancellation);

    /// <summary>Looks at the records behind due rows, and says what is to be destroyed now.</summary>
    Task<Verdict> LookAgain(IReadOnlyList<DueRow> rows, string decidedBy, CancellationToken cancellation);

    /// <summary>
    /// Deletes the blobs and records that a line names, as far as they are still due. Can be repeated after dying
    /// anywhere.
    /// </summary>
    /// <returns>The line as carried out; null when nothing of it was due any more.</returns>
    Task<LedgerLine?> Delete(Destruction destruction, CancellationToken cancellation);

    /// <summary>Deletes the index rows of lines that were carried out: many together make fuller transactions.</summary>
    Task DeleteIndexRows(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation);

    /// <summary>Looks whether nothing of these lines is left.</summary>
    Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation);
}
