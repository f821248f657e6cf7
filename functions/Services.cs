using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WelWee3D;

public static class Services
{
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The composition root chooses the clock, here and nowhere else.")]
    public static IServiceCollection AddWelWee3D(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }
}
