namespace WelWee3D.Retention;

/// <summary>What a reconciliation puts right, as counted in its run, and in the words of its letter.</summary>
internal static class Repairs
{
    public const string DueRow = "due-row";
    public const string SubjectRow = "subject-row";

    /// <summary>A row of a slice's own index.</summary>
    public const string IndexRow = "index-row";

    /// <summary>A record whose mail address or number is written as its one value now.</summary>
    public const string Spelling = "spelling";
    public const string LeftoverRow = "leftover-row";
    public const string Blob = "blob";
    public const string Task = "destruction-task";

    /// <summary>That an erasure is waiting, where no restore forgets it.</summary>
    public const string AskedErasure = "asked-erasure";

    /// <summary>Why something is reported that cannot be put right.</summary>
    public const string FileIsMissing = "its file is missing";

    public static string InDutch(string what) => what switch
    {
        DueRow => "Bewaartermijnen die niet meer in de planning stonden",
        SubjectRow => "Gegevens die niet meer op persoon te vinden waren",
        IndexRow => "Gegevens die niet meer in een lijst of overzicht stonden",
        Spelling => "Adressen en nummers die nu op één manier geschreven staan",
        LeftoverRow => "Verwijzingen zonder gegevens, verwijderd",
        Blob => "Bestanden die nog niet waren beoordeeld",
        Task => "Vernietigingen die nog moesten worden afgerond",
        AskedErasure => "Verzoeken om verwijdering die niet waren genoteerd voor het geval dat een back-up wordt teruggezet",
        _ => what,
    };
}
