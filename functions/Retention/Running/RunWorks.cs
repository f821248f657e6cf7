namespace WelWee3D.Retention.Running;

internal sealed class SweepWork(Sweep sweep) : IRunWork
{
    public string Kind => RunKind.Sweep;

    public Task CarryOut(OpenRun run, CancellationToken cancellation) => sweep.Run(run.AskedBy, cancellation, run.Id);
}

internal sealed class ReplayWork(Replay replay) : IRunWork
{
    public string Kind => RunKind.Replay;

    public Task CarryOut(OpenRun run, CancellationToken cancellation) => replay.Run(run.AskedBy, cancellation, run.Id);
}
