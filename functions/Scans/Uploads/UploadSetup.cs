using Microsoft.Extensions.DependencyInjection;

namespace WelWee3D.Scans.Uploads;

public static class UploadSetup
{
    public static IServiceCollection AddUploads(this IServiceCollection services) => services.AddSingleton<UploadStore>();
}
