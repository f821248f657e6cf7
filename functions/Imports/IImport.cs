using WelWee3D.Orders;

namespace WelWee3D.Imports;

/// <summary>What of the practice's own records can be brought in.</summary>
public enum ImportKind
{
    Contacts,
    Orders,
}

/// <summary>Makes records of one kind of the lines of a file.</summary>
public interface IImport
{
    ImportKind Kind { get; }

    IReadOnlyList<string> Columns { get; }

    IReadOnlyList<string> Required { get; }

    /// <summary>The record that a line stands for. Pure.</summary>
    /// <returns>Null where the line has problems, and has told them.</returns>
    Planned? Plan(ImportLine line, Act act);

    Task<bool> IsThere(Id id, CancellationToken cancellation);

    /// <summary>Whether there was one of these, and it was destroyed: an import brings nothing back.</summary>
    Task<bool> WasDestroyed(IReadOnlyList<Id> ids, CancellationToken cancellation);
}

/// <summary>A record to be.</summary>
/// <param name="Ids">Its id, and what it would be called under a former key: the same person on the same day meets her own record.</param>
/// <param name="Add">Adds it; nothing happens where it is there.</param>
public sealed record Planned(IReadOnlyList<Id> Ids, Func<CancellationToken, Task> Add);
