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
public sealed record Decision(IReadOnlyList<Destruction> Destructions, IReadOnlyList<DueRow> Again, int Tidied);

/// <summary>How one slice's records are destroyed. The engine decides when; the record itself decides whether.</summary>
public interface IDestroyer
{
    /// <summary>The kind of due row that it looks at.</summary>
    string DueKind { get; }

    /// <summary>The kinds of ledger line that it carries out.</summary>
    IReadOnlyList<string> LineKinds { get; }

    /// <summary>
    /// Looks at the records behind due rows, and says what is to be destroyed now.
    /// </summary>
    Task<Decision> LookAgain(IReadOnlyList<DueRow> rows, string decidedBy, CancellationToken cancellation);

    /// <summary>
    /// Deletes what the lines name, as far as it is still due: blobs, records, index rows. Can be repeated after dying
    /// anywhere.
    /// </summary>
    /// <returns>The lines as carried out, in their order; null for a line of which nothing was due any more.</returns>
    Task<IReadOnlyList<LedgerLine?>> Delete(IReadOnlyList<Destruction> destructions, CancellationToken cancellation);

    /// <summary>Looks whether nothing of a line is left.</summary>
    Task<bool> IsAbsent(LedgerLine line, CancellationToken cancellation);
}
