using WelWee3D.Staff;

namespace WelWee3D.Retention;

/// <summary>A copy on a disk of the practice, confirmed destroyed by staff.</summary>
/// <param name="Disk">By its lasting name.</param>
/// <param name="ConfirmedBy">As <see cref="Decider.InProof"/> tells it; the object id of an account in certificates of before, null before that.</param>
/// <param name="Late">Whether that was after the deadline.</param>
public sealed record ConfirmedCopy(
    [Pseudonymous] Id Id, [Pseudonymous] string Disk, [Operational] DateOnly MadeOn, [Operational] DateOnly DestroyedOn,
    [Pseudonymous] string? ConfirmedBy = null, [Operational] DateTimeOffset? ConfirmedAt = null, [Operational] bool Late = false)
{
    public static ConfirmedCopy Of(DiskCopy copy, DateOnly deadline) => new(
        copy.Id, copy.LastingName(), copy.MadeOn, copy.DestroyedOn!.Value, copy.ConfirmedBy is { } by ? Decider.InProof(by) : null, copy.ConfirmedAt, copy.DestroyedOn > deadline);
}

/// <summary>A copy in a mailbox of the practice as it stood when the certificate was issued. The certificate does not wait for it.</summary>
/// <param name="DestroyedOn">Null of one that was open.</param>
/// <param name="ConfirmedBy">The role by which that was confirmed.</param>
public sealed record CertifiedMailCopy(
    [Pseudonymous] Id Id, [Operational] string Mailbox, [Operational] DateOnly Day, [Operational] DateOnly? DestroyedOn = null,
    [Operational] Role? ConfirmedBy = null)
{
    public static CertifiedMailCopy Of(Id record, MailCopy copy) =>
        new(record, copy.Mailbox, copy.Day, copy.DestroyedOn, copy.IsOpen() ? null : Role.Staff);
}

/// <summary>
/// Proof that something is gone. Carries the hash of the certificate before it, so that none can be altered, added or
/// left out unseen. Names nobody.
/// </summary>
/// <param name="Number">Counts from 1, without gaps.</param>
/// <param name="Previous">The hash of the certificate with the number before; 64 zeros for the first.</param>
/// <param name="DecidedBy">As <see cref="Decider.InProof"/> tells it; in certificates of before the object id of an account, where one decided.</param>
/// <param name="DestroyedAt">When it was seen to be absent from storage. Copies on disk have days of their own.</param>
/// <param name="RecoveryClosesOn">From this day on, not even the storage account can recover it.</param>
/// <param name="IssuedAt">When nothing was left to wait for; null before that was told apart.</param>
[JsonColumn("Text")]
public sealed record Certificate(
    [Operational] int Number,
    [Operational] string Previous,
    [Pseudonymous] string Line,
    [Operational] string Kind,
    [Operational] int Count,
    [Operational] long Bytes,
    Derivation Why,
    [Pseudonymous] string DecidedBy,
    [Operational] DateTimeOffset DecidedAt,
    [Operational] DateTimeOffset DestroyedAt,
    [Operational] DateOnly RecoveryClosesOn,
    [Operational] string Method,
    IReadOnlyList<CertifiedItem> Items,
    IReadOnlyList<ConfirmedCopy> Copies,
    [Operational] DateTimeOffset? IssuedAt = null)
{
    /// <summary>The destruction that it tells to be undone; then nothing is gone.</summary>
    public Undone? Undone { get; init; }

    /// <summary>
    /// The number of the certificate whose recovery window has closed: what that one names was looked for again then, and
    /// could not be recovered.
    /// </summary>
    [Operational]
    public int? Closes { get; init; }

    /// <summary>Null of an undoing, and in certificates from before that was told.</summary>
    public Boundary? Boundary { get; init; }

    /// <summary>The copies in mailboxes of the practice, which the app does not reach. Null where there were none.</summary>
    public IReadOnlyList<CertifiedMailCopy>? MailCopies { get; init; }

    /// <summary>Whether storage could recover its files for a while.</summary>
    [JsonIgnore]
    public bool IsRecoverable => RecoveryClosesOn > Amsterdam.DateOf(DestroyedAt);
}

/// <summary>A record that is gone, with its files.</summary>
public sealed record CertifiedItem(
    [Pseudonymous] Id Id,
    [Pseudonymous]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Id? Within,
    IReadOnlyList<DestroyedFile> Files);

/// <summary>A certificate as stored: its exact text, and the hash of that text.</summary>
/// <param name="Hash">SHA-256 of the text in UTF-8, in lower-case hexadecimal.</param>
public sealed record SealedCertificate([Operational] int Number, [Pseudonymous] string Text, [Operational] string Hash)
{
    public static readonly string Origin = new('0', 64);

    [Pseudonymous]
    public string Line => Read().Line;

    public Certificate Read() => StoredJson.Read<Certificate>(Text)!;

    public static SealedCertificate Seal(Certificate certificate)
    {
        var text = StoredJson.Write(certificate);
        return new(certificate.Number, text, HashOf(text));
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
