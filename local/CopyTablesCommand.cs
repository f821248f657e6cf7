using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;

namespace WelWee3D.Local;

/// <summary>
/// Copies the tables of one storage account into another, for a move to another region: each row with its keys, its columns and
/// their types, and each looked at again over there. It can be run again.
/// </summary>
public static class CopyTablesCommand
{
    private const int AtOnce = 16;

    // What storage says of a row, and not the row.
    private static readonly string[] StoragesOwn = ["Timestamp", "odata.etag"];

    /// <param name="from">The address of an account's tables; a connection string is for the emulator.</param>
    /// <returns>The exit code: 1 when a row over there is not what it is here.</returns>
    public static async Task<int> Run(string from, string to, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var (source, target) = (Account(from), Account(to));
        var areAlike = true;
        try
        {
            await foreach (var table in source.QueryAsync(cancellationToken: cancellation))
            {
                var (rows, unlike) = await Copy(source.GetTableClient(table.Name), target.GetTableClient(table.Name), cancellation);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {rows} rows, {(unlike == 0 ? "each alike" : $"{unlike} NOT ALIKE")}."));
                areAlike &= unlike == 0;
            }
        }
        catch (RequestFailedException refused)
        {
            await error.WriteLineAsync($"Storage answered {refused.Status} {refused.ErrorCode}. Mend that, and run this again.");
            return 1;
        }
        return areAlike ? 0 : 1;
    }

    private static TableServiceClient Account(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? new(address, new AzureCliCredential())
        : new(text);

    private static async Task<(int Rows, int Unlike)> Copy(TableClient from, TableClient to, CancellationToken cancellation)
    {
        await to.CreateIfNotExistsAsync(cancellation);
        var (rows, unlike) = (0, 0);
        await Parallel.ForEachAsync(
            from.QueryAsync<TableEntity>(cancellationToken: cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (row, stop) =>
            {
                await to.UpsertEntityAsync(row, TableUpdateMode.Replace, stop);
                TableEntity copied = await to.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: stop);
                Interlocked.Increment(ref rows);
                if (!AreAlike(row, copied))
                    Interlocked.Increment(ref unlike);
            });
        return (rows, unlike);
    }

    private static bool AreAlike(TableEntity one, TableEntity other)
    {
        var (columns, others) = (Columns(one), Columns(other));
        return columns.Count == others.Count && columns.All(column => others.TryGetValue(column.Key, out var value) && AreAlike(column.Value, value));
    }

    private static Dictionary<string, object> Columns(TableEntity row) =>
        row.Where(column => !StoragesOwn.Contains(column.Key)).ToDictionary(column => column.Key, column => column.Value);

    private static bool AreAlike(object one, object other) =>
        one is byte[] bytes ? other is byte[] others && bytes.AsSpan().SequenceEqual(others) : one.Equals(other);
}
