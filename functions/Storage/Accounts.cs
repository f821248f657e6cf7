namespace WelWee3D.Storage;

/// <summary>
/// The storage accounts, each by the name of the setting that connects to it: a connection string (the local emulator
/// only), or <c>{name}:blobServiceUri</c> and <c>{name}:tableServiceUri</c>, reached by managed identity.
/// </summary>
public static class Accounts
{
    /// <summary>The tables of personal data, the export packages, and the partial uploads. Nothing deleted here can be recovered.</summary>
    public const string Records = "Records";

    /// <summary>The files of scans, with a recovery window of <c>Retention:RecoveryDays</c>.</summary>
    public const string Scans = "Scans";

    /// <summary>
    /// Ledger, certificates and their checkpoints. An account of its own, so that restoring the others from a backup never takes back the
    /// knowledge of what was destroyed.
    /// </summary>
    public const string Ledger = "Ledger";
}
