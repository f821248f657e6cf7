namespace WelWee3D.Retention;

/// <summary>The figures that the practice promises. Rules and statement both read them here.</summary>
public static class Promises
{
    public static readonly Term ContactMessage = Term.OfYears(5);
    public static readonly Term ScanWithConsent = Term.OfYears(5);
    public static readonly Term ScanWithoutConsent = Term.OfMonths(2);
    public static readonly Term ScanOfCancelledOrder = Term.OfMonths(2);
    public static readonly Term ScanNeverShipped = Term.OfYears(5);
    public static readonly Term UnclaimedBlob = Term.OfMonths(2);
    public static readonly Term Order = Term.OfYears(5);
    public static readonly Term Visits = Term.OfYears(5);
    public static readonly Term PrivacyRequest = Term.OfYears(5);
    public static readonly Term Unfinished = Term.OfDays(7);

    /// <summary>After this long without shipping, staff are asked what to do with the scans of an order.</summary>
    public static readonly Term Stalled = Term.OfMonths(12);
}
