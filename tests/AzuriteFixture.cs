using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using WelWee3D.Local;

namespace WelWee3D.Tests;

/// <summary>
/// The one in-memory storage account that all test classes share, each with tables and containers of its own.
/// It ends with the test process. A class that needs storage to itself starts an <see cref="Azurite"/> itself.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static readonly Lazy<Task<Azurite>> Shared = new(() => Azurite.Start(folder: null));
    private static int names;

    public string ConnectionString { get; private set; } = "";
    public TableServiceClient Tables { get; private set; } = null!;
    public BlobServiceClient Blobs { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        ConnectionString = (await Shared.Value).ConnectionString;
        Tables = new TableServiceClient(ConnectionString);
        Blobs = new BlobServiceClient(ConnectionString);
    }

    public async Task<TableClient> NewTable()
    {
        var table = Tables.GetTableClient(UniqueName());
        await table.CreateIfNotExistsAsync();
        return table;
    }

    /// <summary>Valid for a table and for a container.</summary>
    public static string UniqueName() =>
        "test" + Interlocked.Increment(ref names).ToString(CultureInfo.InvariantCulture);

    public Task DisposeAsync() => Task.CompletedTask;
}
