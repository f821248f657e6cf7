namespace WelWee3D.Retention;

/// <summary>Who decides that something is destroyed, where that is no member of staff: as told in ledger and certificate.</summary>
public static class Decider
{
    /// <summary>The retention schedule, carried out by the night timer.</summary>
    public const string Sweep = "sweep";

    /// <summary>The ledger, replayed after a restore from backup.</summary>
    public const string Replay = "replay";
}
