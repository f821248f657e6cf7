using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Local;

namespace WelWee3D.Tests.Orders;

/// <summary>The whole app on an emulator of its own, with a member of staff signed in.</summary>
public sealed class OrdersApp : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));

    private Azurite azurite = null!;

    public LocalApp App { get; private set; } = null!;

    public HttpClient Staff { get; } = new();

    public TableServiceClient Tables { get; private set; } = null!;

    public BlobContainerClient Scans { get; private set; } = null!;

    public OrderStore Orders => Get<OrderStore>();

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        azurite = await Azurite.Start(folder: null);
        Tables = new TableServiceClient(azurite.ConnectionString);
        Scans = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(ScanBlobs.ContainerName);
        App = await LocalApp.Start(new LocalAppOptions
        {
            Storage = Task.FromResult(azurite.ConnectionString),
            RunTimers = false,
            Now = Start,
        });
        await StorageSetup.Create(Get<StorageAccounts>(), default);
        Staff.BaseAddress = App.BaseAddress;
        Staff.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token("staff"));
    }

    public async Task<string> Token(string role)
    {
        using var answer = await Staff.PostAsJsonAsync("local/token", new { role });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    public Task<Order> NewOrder(string email = "anna@example.nl") =>
        Orders.Open(new Client("Anna de Vries", email, "06 12345678", null, "nl"), default);

    public async Task<IReadOnlyList<string>> RowKeys(string table, string contains)
    {
        var keys = new List<string>();
        await foreach (var row in Tables.GetTableClient(table).QueryAsync<TableEntity>())
            if (row.RowKey.Contains(contains, StringComparison.Ordinal) || row.PartitionKey == contains)
                keys.Add(row.RowKey);
        return keys;
    }

    public async Task DisposeAsync()
    {
        Staff.Dispose();
        await App.DisposeAsync();
        await azurite.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class OrdersTests : ICollectionFixture<OrdersApp>
{
    public const string Name = "Orders";
}
