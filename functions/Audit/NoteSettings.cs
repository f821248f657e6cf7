namespace WelWee3D.Audit;

/// <summary>Each morning, before the letter: what is set otherwise than the day before.</summary>
public sealed class NoteSettings(KnownSettings settings)
{
    [Function(nameof(NoteSettings))]
    public Task Run([TimerTrigger("0 15 5 * * *")] TimerInfo timer, CancellationToken cancellation) => settings.NoteChanges(cancellation);
}
