namespace WelWee3D.Imports;

/// <summary>What becomes of a line.</summary>
public enum ImportState
{
    /// <summary>It is taken in.</summary>
    New,

    /// <summary>It was taken in before, and stays as it is by now.</summary>
    Standing,

    /// <summary>It was taken in before, and destroyed since. It does not come back.</summary>
    Destroyed,
}

/// <param name="Id">Scans are uploaded to an order by this.</param>
public sealed record ImportItem(int Line, Id Id, ImportState State);

public sealed record ImportProblem(int Line, string Field, string Message);

/// <summary>What an import did, or would do.</summary>
/// <param name="New">How many are taken in.</param>
public sealed record ImportAnswer(
    ImportKind Kind, bool DryRun, int Lines, int New, int Standing, int Destroyed, IReadOnlyList<ImportItem> Items, IReadOnlyList<ImportProblem> Problems);
