namespace WelWee3D.Retention.Reconciling;

/// <summary>Sunday's walk along everything that is kept, after the night's sweep.</summary>
public sealed class Reconcile(Reconciliation reconciliation)
{
    [Function(nameof(Reconcile))]
    public Task Run([TimerTrigger("0 30 3 * * 0")] TimerInfo timer, CancellationToken cancellation) =>
        reconciliation.Run(cancellation);
}
