namespace WelWee3D.Retention;

/// <summary>A row of the <see cref="RetentionSchedule"/>: how long something is kept, and why that long.</summary>
/// <param name="Name">As stored and shown. Certificates name it for ever: it is never given to another rule.</param>
/// <param name="Starts">What its clock starts with.</param>
/// <param name="IsRecoverable">
/// Whether it is kept where a deletion can be undone for <c>Retention:RecoveryDays</c>: then it is deleted so many days
/// earlier, and one more, to be gone on its deadline.
/// </param>
/// <param name="Reason">What the practice answers who asks why it is kept this long.</param>
public sealed record RetentionRule(
    string Name, Term Term, bool IsRecoverable, Words Words, Words Starts, Words Reason);
