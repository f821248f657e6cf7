namespace WelWee3D.Tests.Infra;

/// <summary>Changes of what the app is told, and of its storage.</summary>
internal static class BrokenStorage
{
    private const string Account = Deployment.Accounts;
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices";
    private const string Lifecycle = "Microsoft.Storage/storageAccounts/managementPolicies";
    private const string Immutability = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";
    private const string Config = "Microsoft.Web/sites/config";

    public static readonly Dictionary<string, Broken<Changed>> All = new()
    {
        ["a setting is lost"] = new(
            made => made.Unset(Config, "appsettings", "properties.Contact__RequireProof"),
            "Setting Contact__RequireProof is read, and not set.",
            "docs/deploying.md names setting Contact__RequireProof, which is not set.",
            "local.settings.sample.json names setting Contact__RequireProof, which is not set."),
        ["a setting of an account is lost"] = new(
            made => made.Unset(Config, "appsettings", "properties.Scans__queueServiceUri"),
            "Setting Scans__queueServiceUri is read, and not set.",
            "docs/deploying.md names setting Scans__queueServiceUri, which is not set."),
        ["a setting that nothing reads"] = new(
            made => made.Set(Config, "appsettings", "properties.PublicBaseUrl", "https://x"),
            "Setting PublicBaseUrl is set, and nothing reads it.",
            "Setting PublicBaseUrl is set, and docs/deploying.md does not name it.",
            "Setting PublicBaseUrl is set, and local.settings.sample.json does not name it."),
        ["a key in a setting"] = new(
            made => made.Set(Config, "appsettings", "properties.Mail__SendGridKey", "SG.abc"),
            "Setting Mail__SendGridKey is not a reference to the vault.",
            "Setting Mail__SendGridKey holds a secret."),
        ["an account by its key"] = new(
            made => made.Set(Config, "appsettings", "properties.Records__blobServiceUri", "AccountName=a;AccountKey=b"),
            "Setting Records__blobServiceUri holds a secret."),
        ["a key in an output"] = new(made => made.Output("KEY", "[listKeys(resourceId('x'), '1').keys[0].value]"), "Output KEY holds a secret."),
        ["a secret in a template"] = new(made => made.Add("Microsoft.KeyVault/vaults/secrets", "vault/sendgrid-key"), "Secret vault/sendgrid-key is in a template."),

        ["a longer soft delete"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.deleteRetentionPolicy.days", 8),
            "scans: properties.deleteRetentionPolicy.days is 8, not 7."),
        ["other recovery days in the app"] = new(
            made => made.Set(Config, "appsettings", "properties.Retention__RecoveryDays", "14"),
            "scans: properties.deleteRetentionPolicy.days is 7, not 14."),
        ["no soft delete of scans"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.deleteRetentionPolicy.enabled", false),
            "scans: properties.deleteRetentionPolicy.enabled is false, not true."),
        ["soft delete of records"] = new(
            made => made.Set(Blobs, "welweerecordsproduction/default", "properties.deleteRetentionPolicy.enabled", true),
            "records: properties.deleteRetentionPolicy.enabled is true, not false."),
        ["soft delete of containers"] = new(
            made => made.Set(Blobs, "welweeledgerproduction/default", "properties.containerDeleteRetentionPolicy.enabled", true),
            "ledger: properties.containerDeleteRetentionPolicy.enabled is true, not false."),
        ["versions"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.isVersioningEnabled", true),
            "scans: properties.isVersioningEnabled is true, not false."),
        ["a change feed"] = new(
            made => made.Set(Blobs, "welweerecordsproduction/default", "properties.changeFeed.enabled", true),
            "records: properties.changeFeed.enabled is true, not false."),
        ["point-in-time restore"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.restorePolicy.enabled", true),
            "scans: properties.restorePolicy.enabled is true, not false."),
        ["snapshots"] = new(
            made => made.Set(Blobs, "welweescansproduction/default", "properties.automaticSnapshotPolicyEnabled", true),
            "scans: properties.automaticSnapshotPolicyEnabled is true, not nothing."),
        ["a backup"] = new(made => made.Add("Microsoft.DataProtection/backupVaults", "copies"), "Microsoft.DataProtection/backupVaults makes copies."),
        ["shared keys"] = new(
            made => made.Set(Account, "welweeledgerproduction", "properties.allowSharedKeyAccess", true),
            "ledger: properties.allowSharedKeyAccess is true, not false."),
        ["shared keys by default"] = new(
            made => made.Unset(Account, "welweehostproduction", "properties.allowSharedKeyAccess"),
            "host: properties.allowSharedKeyAccess is nothing, not false."),
        ["public access of an account"] = new(
            made => made.Set(Account, "welweescansproduction", "properties.allowBlobPublicAccess", true),
            "scans: properties.allowBlobPublicAccess is true, not false."),
        ["public access of a container"] = new(
            made => made.Set(Deployment.Containers, "exports", "properties.publicAccess", "Blob"),
            "records/exports: properties.publicAccess is Blob, not None."),
        ["replication across tenants"] = new(
            made => made.Set(Account, "welweescansproduction", "properties.allowCrossTenantReplication", true),
            "scans: properties.allowCrossTenantReplication is true, not false."),
        ["a former TLS"] = new(
            made => made.Set(Account, "welweerecordsproduction", "properties.minimumTlsVersion", "TLS1_0"),
            "records: properties.minimumTlsVersion is TLS1_0, not TLS1_2."),
        ["a table is lost"] = new(made => made.Remove(Deployment.Tables, "Letters"), "Table records/Letters is not made."),
        ["a table that nothing uses"] = new(
            made => made.Add(Deployment.Tables, "welweerecordsproduction/default/Old"),
            "Table records/Old is made, and nothing uses it."),
        ["a table in the wrong account"] = new(
            made => made.Set(Deployment.Tables, "Certificates", "name", "welweerecordsproduction/default/Certificates"),
            "Table ledger/Certificates is not made.",
            "Table records/Certificates is made, and nothing uses it."),
        ["a container is lost"] = new(made => made.Remove(Deployment.Containers, "exports"), "Container records/exports is not made."),
        ["a container that nothing uses"] = new(
            made => made.Add(Deployment.Containers, "welweescansproduction/default/old", """{"publicAccess":"None"}"""),
            "Container scans/old is made, and nothing uses it."),
        ["a queue is lost"] = new(
            made => made.Remove(Deployment.Queues, "webjobs-blobtrigger-poison"),
            "Queue scans/webjobs-blobtrigger-poison is not made."),
        ["an earlier backstop"] = new(
            made => made.Set(Lifecycle, "welweescansproduction/default", "properties.policy.rules.0.definition.actions.baseBlob.delete.daysAfterCreationGreaterThan", 1827),
            """Lifecycle scans: {"filters":{"blobTypes":["blockBlob"],"prefixMatch":["scans/"]},"actions":{"baseBlob":{"delete":{"daysAfterCreationGreaterThan":20090}}}} is not made.""",
            """Lifecycle scans: {"filters":{"blobTypes":["blockBlob"],"prefixMatch":["scans/"]},"actions":{"baseBlob":{"delete":{"daysAfterCreationGreaterThan":1827}}}} is made, and nothing uses it."""),
        ["no backstop"] = new(
            made => made.Remove(Lifecycle, "welweescansproduction/default"),
            """Lifecycle scans: {"filters":{"blobTypes":["blockBlob"],"prefixMatch":["scans/"]},"actions":{"baseBlob":{"delete":{"daysAfterCreationGreaterThan":20090}}}} is not made."""),
        ["dead letters for ever"] = new(
            made => made.Remove(Lifecycle, "welweehostproduction/default"),
            """Lifecycle host: {"filters":{"blobTypes":["blockBlob"],"prefixMatch":["dead-letters/"]},"actions":{"baseBlob":{"delete":{"daysAfterCreationGreaterThan":30}}}} is not made."""),
        ["checkpoints that can be changed"] = new(made => made.Remove(Immutability, "default"), "There must be one immutability policy, that of the checkpoints."),
        ["checkpoints for a month"] = new(
            made => made.Set(Immutability, "default", "properties.immutabilityPeriodSinceCreationInDays", 30),
            "checkpoints: properties.immutabilityPeriodSinceCreationInDays is 30, not 2557."),
        ["checkpoints that can be appended to"] = new(
            made => made.Set(Immutability, "default", "properties.allowProtectedAppendWrites", true),
            "checkpoints: properties.allowProtectedAppendWrites is true, not false."),
        ["Defender looks into scans"] = new(
            made => made.Set("Microsoft.Security/defenderForStorageSettings", "current", "properties.isEnabled", true),
            "ledger: properties.isEnabled is true, not false."),
        ["Defender as the subscription has it"] = new(
            made => made.Set("Microsoft.Security/defenderForStorageSettings", "current", "properties.overrideSubscriptionLevelSettings", false),
            "ledger: properties.overrideSubscriptionLevelSettings is false, not true."),
    };
}
