using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

public static class ExportsSetup
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddContainer(
            Accounts.Records, ExportPackages.ContainerName, Enum.GetValues<DataCategory>(), typeof(ExportPackage))
        .AddKind<ExportPackages>()
        .AddSingleton<PackageWriter>();
}
