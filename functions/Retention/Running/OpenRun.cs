using Azure;

namespace WelWee3D.Retention.Running;

/// <summary>Work that somebody asked for and that has yet to be finished, by whoever asked or by the next timer.</summary>
/// <param name="Kind">One of <see cref="RunKind"/>.</param>
/// <param name="AskedBy">The object id of an account.</param>
/// <param name="LookAt">Until then somebody is at it.</param>
/// <param name="Subjects">Keyed hashes of whom it is about, where it is about somebody.</param>
/// <param name="Items">The records it is about, as kind and id, where that is not whatever is due.</param>
/// <param name="Rows">In how many rows they are named.</param>
public sealed record OpenRun(
    [Pseudonymous] Id Id,
    [Operational] string Kind,
    [Pseudonymous] string AskedBy,
    [Operational] DateTimeOffset LookAt,
    [Pseudonymous] IReadOnlyList<string> Subjects,
    [Pseudonymous] IReadOnlyList<string> Items,
    [Operational] int Rows = 1)
{
    public ETag Version { get; init; }
}

/// <summary>Carries out one kind of run, for the timer that goes on with what was left. Can be repeated.</summary>
public interface IRunWork
{
    /// <summary>One of <see cref="RunKind"/>.</summary>
    string Kind { get; }

    /// <summary>Does what is left of it, and writes down what came of it under its id.</summary>
    Task CarryOut(OpenRun run, CancellationToken cancellation);
}
