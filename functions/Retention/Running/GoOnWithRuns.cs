namespace WelWee3D.Retention.Running;

public sealed class GoOnWithRuns(LongWork work)
{
    [Function(nameof(GoOnWithRuns))]
    public Task Run([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation) => work.GoOn(cancellation);
}
