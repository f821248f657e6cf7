namespace WelWee3D.Retention.Running;

/// <summary>A run as callers see it: what came of it, or that it is not finished.</summary>
public sealed record RunView(
    Id Id,
    string Kind,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    bool Complete,
    IReadOnlyDictionary<string, int> Destroyed,
    IReadOnlyList<Unfinished> Left,
    int OpenTasks,
    DateOnly? Until,
    int Certificates,
    int Spared,
    int Tidied,
    IReadOnlyDictionary<string, int> Repaired)
{
    private static readonly Dictionary<string, int> Nothing = [];

    public static RunView Of(Run run) => new(
        run.Id, run.Kind, run.StartedAt, run.EndedAt, run.Complete, run.Destroyed, run.Unfinished, run.OpenTasks, run.Until,
        run.Certificates, run.Spared, run.Tidied, run.Repaired);

    public static RunView Of(OpenRun run, int openTasks) => new(
        run.Id, run.Kind, run.Id.MadeAt, FinishedAt: null, Complete: false, Nothing, [], openTasks, Until: null, 0, 0, 0, Nothing);
}
