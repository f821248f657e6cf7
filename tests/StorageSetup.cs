using Microsoft.Extensions.Configuration;

namespace WelWee3D.Tests;

/// <summary>What the app registered that it stores, for tests that make or look through all of it.</summary>
internal static class StorageSetup
{
    private static readonly ServiceProvider App =
        new ServiceCollection().AddWelWee3D(new ConfigurationBuilder().Build()).BuildServiceProvider();

    public static IReadOnlyList<string> RecordTables { get; } = Tables(Accounts.Records);

    public static IReadOnlyList<string> LedgerTables { get; } = Tables(Accounts.Ledger);

    public static Task Create(StorageAccounts accounts, CancellationToken cancellation) =>
        new DataInventory(accounts, App.GetServices<StoredTable>(), App.GetServices<StoredContainer>(), App.GetServices<StoredMessages>()).Create(cancellation);

    private static string[] Tables(string account) =>
        [.. App.GetServices<StoredTable>().Where(table => table.Account == account).Select(table => table.Name)];
}
