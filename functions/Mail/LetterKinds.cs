namespace WelWee3D.Mail;

/// <summary>The kinds of letter; each has one <see cref="ILetterRenderer"/>.</summary>
public static class LetterKinds
{
    public const string ContactNotice = "contact-notice";
    public const string ContactReceipt = "contact-receipt";
    public const string ScanRejected = "scan-rejected";
    public const string BlobUnclaimed = "blob-unclaimed";

    public const string Reconciled = "reconciled";
    public const string Reminder = "reminder";

    /// <summary>Tells the practice that another letter could not be delivered.</summary>
    public const string Undelivered = "undelivered";
}
