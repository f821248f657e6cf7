using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

public static class ScansSetup
{
    public static IServiceCollection AddScans(this IServiceCollection services) => services
        .AddSingleton<ScanIndex>()
        .AddSingleton<ScanBlobs>()
        .AddSingleton<UnclaimedBlobs>()
        .AddSingleton<ScanRecorder>()
        .AddSingleton<DestroyedScans>()
        .AddSingleton<IDestroyer, BlobDestroyer>()
        .AddTransient<ILetterRenderer, ScanRejectedLetter>()
        .AddTransient<ILetterRenderer, BlobUnclaimedLetter>();
}
