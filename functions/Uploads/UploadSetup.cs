using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Retention;

namespace WelWee3D.Uploads;

public static class UploadSetup
{
    public static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddSingleton<UploadStore>()
        .AddKind<UploadKind>();
}
