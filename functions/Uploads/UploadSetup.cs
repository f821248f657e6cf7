using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Uploads;

public static class UploadSetup
{
    public static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddTable(Accounts.Records, UploadStore.TableName, typeof(Upload))
        .AddSingleton<UploadStore>()
        .AddSingleton<TwinFiles>()
        .AddSingleton<OngoingUploads>()
        .AddSingleton<UploadSubjects>()
        .AddSingleton<IOrderFollower>(services => services.GetRequiredService<UploadSubjects>())
        .AddKind<UploadKind>();
}
