namespace WelWee3D.Retention.Reconciling;

/// <summary>What a reconciliation puts right, as counted in its run, and in the words of its letter.</summary>
internal static class Repairs
{
    public const string DueRow = "due-row";
    public const string SubjectRow = "subject-row";
    public const string ScanRow = "scan-row";
    public const string ListRow = "order-list-row";
    public const string StalledRow = "stalled-row";
    public const string LeftoverRow = "leftover-row";
    public const string Blob = "blob";
    public const string Task = "destruction-task";

    /// <summary>Why something is reported that cannot be put right.</summary>
    public const string FileIsMissing = "its file is missing";

    public static string InDutch(string what) => what switch
    {
        DueRow => "Bewaartermijnen die niet meer in de planning stonden",
        SubjectRow => "Gegevens die niet meer op persoon te vinden waren",
        ScanRow => "Scans die niet meer te vinden waren",
        ListRow => "Bestellingen die niet meer in de lijst stonden",
        StalledRow => "Bestellingen waaraan niet meer werd herinnerd",
        LeftoverRow => "Verwijzingen zonder gegevens, verwijderd",
        Blob => "Bestanden die nog niet waren beoordeeld",
        Task => "Vernietigingen die nog moesten worden afgerond",
        _ => what,
    };
}
