using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using WelWee3D.Local;

namespace WelWee3D.Tests;

/// <summary>An account with all tables and containers, for a class that looks at everything that is in them.</summary>
public sealed class OwnStorage : IAsyncLifetime
{
    private Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public IConfiguration Settings => new ConfigurationBuilder().AddInMemoryCollection(
    [
        new("Records", ConnectionString),
        new("Scans", ConnectionString),
        new("Ledger", ConnectionString),
        new("Subjects:HmacKey", Convert.ToBase64String(new byte[32])),
    ]).Build();

    public async Task InitializeAsync()
    {
        azurite = await Azurite.Start(folder: null);
        await StorageSetup.Create(new StorageAccounts(Settings), default);
    }

    public async Task DisposeAsync() => await azurite!.DisposeAsync();

    public async Task<List<TableEntity>> Rows(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Table(table).QueryAsync<TableEntity>())
            rows.Add(row);
        return rows;
    }

    public async Task Clear(string table)
    {
        foreach (var row in await Rows(table))
            await Table(table).DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    private TableClient Table(string name) => new TableServiceClient(ConnectionString).GetTableClient(name);
}
