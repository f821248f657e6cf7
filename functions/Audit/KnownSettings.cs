using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Audit;

/// <summary>How a setting or a rule was last known.</summary>
/// <param name="Value">The term of a rule; of a setting, which may be a secret, the SHA-256.</param>
public sealed record KnownSetting([Operational] string Value);

/// <summary>
/// Remembers the settings and the terms of the retention schedule from day to day, so that a change of either is in the audit:
/// no call makes it, but a release or the platform.
/// </summary>
public sealed class KnownSettings(StorageAccounts accounts, IConfiguration configuration, AuditTrail trail)
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
            var (former, now) = (known.GetValueOrDefault(name), standing.GetValueOrDefault(name));
            if (former == now)
                continue;
            // The first time nothing is known, and nothing has changed.
            if (known.Count > 0)
                await trail.WriteChange(name, Told(name, former, now), cancellation);
            if (now is null)
                await table.DeleteEntityAsync(PartitionKey, name, ETag.All, cancellation);
            else
                await table.UpsertEntityAsync(new TableEntity(PartitionKey, name).With(new KnownSetting(now)), TableUpdateMode.Replace, cancellation);
        }
    }

    private Dictionary<string, string> Standing()
    {
        var rules = RetentionSchedule.All.Select(rule => (Name: OfARule + rule.Name, Value: $"{rule.Term}"));
        var settings =
            from section in Sections
            from setting in configuration.GetSection(section).AsEnumerable()
            where !string.IsNullOrEmpty(setting.Value)
            select (Name: $"setting|{setting.Key}", Value: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(setting.Value))));
        return rules.Concat(settings).ToDictionary(each => each.Name, each => each.Value);
    }

    private static string? Told(string name, string? former, string? now) =>
        name.StartsWith(OfARule, StringComparison.Ordinal) ? $"{now ?? "none"}, was {former ?? "none"}" : null;
}
