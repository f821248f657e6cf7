using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Scans.Proof;

namespace WelWee3D.Scans;

public static class ScansSetup
{
    public static IServiceCollection AddScans(this IServiceCollection services) => services
        .AddTable(Accounts.Records, UnclaimedBlobs.TableName, typeof(UnclaimedBlob))
        .AddKind<UnclaimedBlobs>()
        .AddSingleton<ScanRecorder>()
        .AddSingleton<DestroyedScans>()
        .AddSingleton<ScanMoves>()
        .AddSingleton<Homecoming>()
        .AddSingleton<ScanReturns>()
        .AddKind<ScanKind>()
        .AddSingleton<IReminder, SameFileReminder>()
        .AddQueue(Accounts.Scans, PoisonedBlobs.QueueName, typeof(PoisonMessage))
        .AddSingleton<PoisonedBlobs>()
        .AddSingleton<IReminder>(services => services.GetRequiredService<PoisonedBlobs>())
        .AddSingleton<ProofLinks>()
        .AddSingleton<ProofAnswers>()
        .AddTransient<ILetterRenderer, ScanDestroyedLetter>()
        .AddTransient<ILetterRenderer, ScanRejectedLetter>()
        .AddTransient<ILetterRenderer, BlobUnclaimedLetter>();
}
