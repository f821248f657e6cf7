using WelWee3D.Consent;
using WelWee3D.Formats;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

public static class OrdersSetup
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddTable(
            Accounts.Records, OrderStore.TableName,
            typeof(Order), typeof(Client), typeof(Scan), typeof(ScanFacts), typeof(ConsentGiven), typeof(Hold))
        .AddTable(Accounts.Records, OrderList.TableName)
        .AddTable(Accounts.Records, ScanIndex.TableName, typeof(IndexedScan))
        .AddTable(Accounts.Records, ScanFiles.TableName, typeof(KeptFile), typeof(SharedFile))
        .AddTable(Accounts.Records, StalledOrders.TableName, typeof(StalledRow))
        .AddContainer(Accounts.Scans, ScanBlobs.ContainerName, [DataCategory.Body], typeof(ScanOrigin))
        .AddSingleton<OrderList>()
        .AddSingleton<ScanIndex>()
        .AddSingleton<ScanFiles>()
        .AddSingleton<StalledOrders>()
        .AddSingleton<ScanBlobs>()
        .AddSingleton<OrderIndexes>()
        .AddSingleton<OrderStore>()
        .AddKind<OrderKind>()
        .AddSingleton<IReminder, StalledReminder>()
        .AddSingleton<OrderAnswers>()
        .AddSingleton<OrderChanges>();
}
