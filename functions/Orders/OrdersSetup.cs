using Microsoft.Extensions.DependencyInjection;

namespace WelWee3D.Orders;

public static class OrdersSetup
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton<OrderList>()
        .AddSingleton<OrderStore>()
        .AddSingleton<OrderAnswers>();
}
