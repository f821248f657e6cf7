using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Uploads;

public static class UploadSetup
{
    public static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddTable(Accounts.Records, UploadStore.TableName, typeof(Upload))
        .AddContainer(Accounts.Records, PartialUploads.ContainerName, [DataCategory.Body])
        .AddSingleton<UploadStore>()
        .AddSingleton<PartialUploads>()
        .AddSingleton<UploadJoin>()
        .AddSingleton<UploadDestruction>()
        .AddSingleton<AppendToUpload>()
        .AddSingleton<ReadUploadOffset>()
        .AddSingleton<TerminateUpload>()
        .AddSingleton<TwinFiles>()
        .AddSingleton<OngoingUploads>()
        .AddSingleton<UploadSubjects>()
        .AddSingleton<IOrderFollower>(services => services.GetRequiredService<UploadSubjects>())
        .AddKind<UploadKind>();
}
