using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

public static class OrdersSetup
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton<OrderList>()
        .AddSingleton<StalledOrders>()
        .AddSingleton<ScanIndex>()
        .AddSingleton<ScanBlobs>()
        .AddSingleton<OrderStore>()
        .AddKind<OrderKind>()
        .AddSingleton<IReminder, StalledReminder>()
        .AddSingleton<OrderAnswers>();
}
