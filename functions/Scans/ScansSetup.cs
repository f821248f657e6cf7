using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

public static class ScansSetup
{
    public static IServiceCollection AddScans(this IServiceCollection services) => services
        .AddKind<UnclaimedBlobs>()
        .AddSingleton<ScanRecorder>()
        .AddSingleton<DestroyedScans>()
        .AddKind<ScanKind>()
        .AddTransient<ILetterRenderer, ScanRejectedLetter>()
        .AddTransient<ILetterRenderer, BlobUnclaimedLetter>();
}
