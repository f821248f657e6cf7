using Azure;
using Microsoft.Extensions.Configuration;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Audit;

/// <summary>How a setting or a rule was last known.</summary>
/// <param name="Value">The term of a rule; of a setting, which may be a secret or an address, a keyed hash; the SHA-256 in rows of before.</param>
public sealed record KnownSetting([Operational] string Value);

/// <summary>
/// Remembers the settings and the terms of the retention schedule from day to day, so that a change of either is in the audit:
/// no call makes it, but a release or the platform.
/// </summary>
public sealed class KnownSettings(StorageAccounts accounts, IConfiguration configuration, SubjectKeys keys, AuditTrail trail)
{
    public const string TableName = "KnownSettings";

    private const string PartitionKey = "settings";
    private const string OfARule = "rule|";

    /// <summary>What this app reads; the platform's own settings are not looked at.</summary>
    private static readonly string[] Sections =
        ["Records", "Scans", "Ledger", "Staff", "Mail", "Subjects", "Contact", "Printers", "Quotes", "Recipients", "Retention", "Runs", "Storage", "Visits"];

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>Can be repeated: who dies between the event and the row writes the event twice.</summary>
    public async Task NoteChanges(CancellationToken cancellation)
    {
        var known = await table.QueryAsync<TableEntity>(cancellationToken: cancellation)
            .ToDictionaryAsync(row => row.RowKey, row => row.Read(TableName, each => each.Read<KnownSetting>(default)).Value, cancellationToken: cancellation);
        var standing = Standing();
        foreach (var name in known.Keys.Union(standing.Keys).Order(StringComparer.Ordinal))
        {
            var (former, ways) = (known.GetValueOrDefault(name), standing.GetValueOrDefault(name));
            var now = ways?[0];
            if (former == now)
                continue;
            // The first time nothing is known, and nothing has changed; nor has what is only known in another way.
            if (known.Count > 0 && ways?.Contains(former) != true)
                await trail.WriteChange(name, Told(name, former, now), cancellation);
            if (now is null)
                await table.DeleteEntityAsync(PartitionKey, name, ETag.All, cancellation);
            else
                await table.UpsertEntityAsync(new TableEntity(PartitionKey, name).With(new KnownSetting(now)), TableUpdateMode.Replace, cancellation);
        }
    }

    /// <summary>As each is known from now on, and after that as it may be known from before.</summary>
    private Dictionary<string, IReadOnlyList<string?>> Standing()
    {
        var rules = RetentionSchedule.All.Select(rule => (Name: OfARule + rule.Name, Ways: (IReadOnlyList<string?>)[$"{rule.Term}"]));
        var settings =
            from section in Sections
            from setting in configuration.GetSection(section).AsEnumerable()
            where !string.IsNullOrEmpty(setting.Value)
            select (Name: $"setting|{setting.Key}", Ways: Hashes(setting.Key, setting.Value));
        return rules.Concat(settings).ToDictionary(each => each.Name, each => each.Ways);
    }

    private IReadOnlyList<string?> Hashes(string name, string value) =>
        [.. keys.Seeds("known-setting", $"{name}\n{value}").Append(SHA256.HashData(Encoding.UTF8.GetBytes(value))).Select(Convert.ToHexStringLower)];

    private static string? Told(string name, string? former, string? now) =>
        name.StartsWith(OfARule, StringComparison.Ordinal) ? $"{now ?? "none"}, was {former ?? "none"}" : null;
}
