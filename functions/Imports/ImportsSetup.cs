namespace WelWee3D.Imports;

public static class ImportsSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<IImport, ImportedMessages>()
        .AddSingleton<IImport, ImportedOrders>();
}
