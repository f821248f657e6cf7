namespace WelWee3D.Retention;

/// <summary>A copy of a record in a mailbox of the practice, where the app reaches nothing.</summary>
/// <param name="Mailbox">By its label in the settings.</param>
/// <param name="Day">The day of the mail, by which it is found there.</param>
/// <param name="ConfirmedBy">The object id of who confirmed that it is destroyed.</param>
public sealed record MailCopy(
    [Operational] string Mailbox,
    [Operational] DateOnly Day,
    [Operational] DateOnly? DestroyedOn = null,
    [Pseudonymous] string? ConfirmedBy = null,
    [Operational] DateTimeOffset? ConfirmedAt = null)
{
    public bool IsOpen() => DestroyedOn is null;

    /// <summary>The first confirmation counts.</summary>
    public MailCopy Destroyed(DateOnly on, string? confirmedBy, DateTimeOffset at) =>
        IsOpen() ? this with { DestroyedOn = on, ConfirmedBy = confirmedBy, ConfirmedAt = at } : this;
}
