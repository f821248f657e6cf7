using WelWee3D.Http;
using WelWee3D.Retention;

namespace WelWee3D.Audit;

public static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddTable(Accounts.Records, AuditEvents.TableName, typeof(AuditEvent))
        .AddTable(Accounts.Records, AuditDays.TableName, typeof(AuditDay))
        .AddTable(Accounts.Records, KnownSettings.TableName, typeof(KnownSetting))
        .AddKind<AuditDays>()
        .AddSingleton<AuditEvents>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<KnownSettings>()
        .AddSingleton<AuditCall>(provider => provider.GetRequiredService<AuditTrail>().Write)
        .AddSingleton<ScanLooks>();
}
