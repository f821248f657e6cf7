using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Scans;

public static class ScansSetup
{
    public static IServiceCollection AddScans(this IServiceCollection services) => services
        .AddTable(Accounts.Records, UnclaimedBlobs.TableName, typeof(UnclaimedBlob))
        .AddSingleton<UnclaimedBlobs>()
        .AddSingleton<ScanRecorder>()
        .AddSingleton<DestroyedScans>()
        .AddSingleton<IDestroyer, BlobDestroyer>()
        .AddTransient<ILetterRenderer, ScanRejectedLetter>()
        .AddTransient<ILetterRenderer, BlobUnclaimedLetter>();
}
