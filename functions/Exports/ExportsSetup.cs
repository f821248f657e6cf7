using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Retention;
using WelWee3D.Retention.Running;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

public static class ExportsSetup
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddContainer(
            Accounts.Records, PackageBlobs.ContainerName, Enum.GetValues<DataCategory>(), typeof(ExportPackage))
        .AddSingleton<PackageBlobs>()
        .AddKind<ExportPackages>()
        .AddSingleton<PackageMaking>()
        .AddSingleton<IRunWork>(provider => provider.GetRequiredService<PackageMaking>())
        .AddSingleton<PackageWriter>();
}
