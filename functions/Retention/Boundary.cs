namespace WelWee3D.Retention;

/// <summary>How far a certificate reaches.</summary>
/// <param name="LookedAt">What was seen to be absent.</param>
/// <param name="NotCovered">What it does not tell of.</param>
public sealed record Boundary([Operational] IReadOnlyList<string> LookedAt, [Operational] IReadOnlyList<string> NotCovered)
{
    public const string Records = "The records of the identifiers below, in their tables.";

    public const string Files = "The files below in the storage account, with copies and snapshots.";

    public const string DeletedFiles = "Deleted files that the storage service could have brought back.";

    public const string GivenBefore = "What had left the app before: figurines, letters and mail, packages that were fetched, files that others were given.";

    public const string StillRecoverable = "Deleted files that the storage service can bring back until the day named here; a closing certificate follows.";

    public const string OpenMail = "The copies in mailboxes that are told to be open here.";

    public static Boundary Of(bool hasFiles, bool closes, bool isRecoverable, bool hasOpenMail) => new(
        [Records, .. hasFiles ? (string[])[Files] : [], .. closes ? (string[])[DeletedFiles] : []],
        [GivenBefore, .. isRecoverable ? (string[])[StillRecoverable] : [], .. hasOpenMail ? (string[])[OpenMail] : []]);
}
