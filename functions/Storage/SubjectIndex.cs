using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using WelWee3D.Retention;

namespace WelWee3D.Storage;

/// <summary>Names a person without naming them: a keyed hash of a normalised mail address or phone number.</summary>
public sealed class SubjectKeys(IConfiguration configuration)
{
    private readonly byte[] key = Convert.FromBase64String(
        configuration["Subjects:HmacKey"] ?? throw new InvalidOperationException("Setting Subjects:HmacKey is missing."));

    public string OfEmail(string email) => Hash("email", email.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant());

    public string OfPhone(string phone) => Hash("phone", Digits(phone));

    /// <summary>The subjects of a record: its mail address first, then its phone number if there is one.</summary>
    public IReadOnlyList<string> Of(string email, string? phone) =>
        string.IsNullOrWhiteSpace(phone) ? [OfEmail(email)] : [OfEmail(email), OfPhone(phone)];

    /// <summary>A keyed hash of anything else that must not be guessed or read back.</summary>
    public byte[] Seed(string purpose, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));

    private string Hash(string what, string normalised) => Convert.ToHexStringLower(Seed(what, normalised));

    // 06 12345678, +31 6 12345678 and 0031612345678 are one Dutch number.
    private static string Digits(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        if (phone.TrimStart().StartsWith('+'))
            return digits;
        if (digits.StartsWith("00", StringComparison.Ordinal))
            return digits[2..];
        return digits.StartsWith('0') ? "31" + digits[1..] : digits;
    }
}

/// <summary>
/// Everything about a person is found without a walk: one row for each of a record's subjects. Partitions are the
/// first byte of the hash, so that the rows of many records go in a few entity group transactions.
/// </summary>
public sealed class SubjectIndex(StorageAccounts accounts)
{
    public const string TableName = "Subjects";

    private readonly TableClient table = accounts.Tables("Records").GetTableClient(TableName);

    public Task Add(IEnumerable<string> subjects, Item item, CancellationToken cancellation) =>
        Task.WhenAll(subjects.Select(subject => table.UpsertEntityAsync(Row(subject, item), TableUpdateMode.Replace, cancellation)));

    public async Task<IReadOnlyList<Item>> Find(string subject, CancellationToken cancellation)
    {
        // '}' follows '|' in the order of keys: the range holds exactly the rows of this subject.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Bucket(subject)} and RowKey ge {subject + "|"} and RowKey lt {subject + "}"}");
        var items = new List<Item>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            items.Add(ItemOf(row.RowKey));
        return items;
    }

    /// <summary>The rows as they stand, to be removed once the record no longer has these subjects.</summary>
    public async Task<IReadOnlyList<TableEntity>> Rows(
        IEnumerable<string> subjects, Item item, CancellationToken cancellation)
    {
        var rows = await Task.WhenAll(subjects.Select(subject => Row(subject, item)).Select(row =>
            table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellation)));
        return [.. rows.Where(row => row.HasValue).Select(row => row.Value!)];
    }

    /// <summary>Removes rows, but none that was written again since: its record has that subject once more.</summary>
    public Task Remove(IEnumerable<TableEntity> rows, CancellationToken cancellation) =>
        Task.WhenAll(rows.Select(row => Remove(row, cancellation)));

    private async Task Remove(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
        }
        catch (RequestFailedException again) when (again.Status is 404 or 412)
        {
        }
    }

    private static string Bucket(string subject) => subject[..2];

    private static TableEntity Row(string subject, Item item) => new(Bucket(subject), $"{subject}|{item}");

    private static Item ItemOf(string rowKey)
    {
        var parts = rowKey.Split('|');
        return new(parts[1], Id.Parse(parts[2]));
    }
}
