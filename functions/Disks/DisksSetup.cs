namespace WelWee3D.Disks;

public static class DisksSetup
{
    public static IServiceCollection AddDisks(this IServiceCollection services) => services
        .AddTable(Accounts.Records, DiskRegister.TableName, typeof(Disk))
        .AddSingleton<DiskRegister>();
}
