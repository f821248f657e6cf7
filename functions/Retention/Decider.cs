namespace WelWee3D.Retention;

/// <summary>Who decides that something is destroyed, where that is no member of staff: as told in ledger and certificate.</summary>
public static class Decider
{
    /// <summary>The retention schedule, carried out by the night timer.</summary>
    public const string Sweep = "sweep";

    /// <summary>The ledger, replayed after a restore from backup.</summary>
    public const string Replay = "replay";

    /// <summary>A member of staff. A certificate stays for ever, and so tells no more; the ledger tells whose account it was for two years, and the audit for five.</summary>
    public const string Staff = "staff";

    private const string ForWhom = Replay + "|";

    /// <summary>As told in what is kept for ever.</summary>
    public static string InProof(string decidedBy) =>
        decidedBy == Sweep ? Sweep : decidedBy == Replay || AskedReplay(decidedBy) is not null ? Replay : Staff;

    /// <summary>The same, asked for by an account.</summary>
    public static string ReplayFor(string account) => ForWhom + account;

    /// <returns>Who asked for the replay that decided; null where none did, or it was not kept.</returns>
    public static string? AskedReplay(string decidedBy) =>
        decidedBy.StartsWith(ForWhom, StringComparison.Ordinal) ? decidedBy[ForWhom.Length..] : null;
}
