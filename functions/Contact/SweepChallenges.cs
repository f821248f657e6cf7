namespace WelWee3D.Contact;

public sealed class SweepChallenges(SpentChallenges spent)
{
    [Function(nameof(SweepChallenges))]
    public Task Run([TimerTrigger("0 15 * * * *")] TimerInfo timer, CancellationToken cancellation) => spent.Sweep(cancellation);
}
