using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

public static class ExportsSetup
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddKind<ExportPackages>()
        .AddSingleton<PackageWriter>();
}
