using Microsoft.Extensions.Configuration;
using WelWee3D.Mail;

namespace WelWee3D.Retention;

public static class RetentionSetup
{
    /// <summary>As the scans account is set up: how long it can recover a deleted blob.</summary>
    public const int UsualRecoveryDays = 7;

    public static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration configuration) => services
        .AddLedger()
        .AddTable(Accounts.Records, DueIndex.TableName, typeof(OpenDestruction))
        .AddTable(Accounts.Records, RunLog.TableName, typeof(Run))
        .AddTable(Accounts.Records, LastSweep.TableName, typeof(SweepStatus), typeof(FirstSweep))
        .AddTable(Accounts.Records, KnownTerms.TableName, typeof(KnownTerm))
        .AddTable(Accounts.Records, ChainVerification.TableName, typeof(ChainCheck))
        .AddTable(Accounts.Records, LineSubjectsKind.TableName, typeof(LineSubjects))
        .AddKind<LineSubjectsKind>()
        .AddSingleton(new RetentionRules(RecoveryDays(configuration)))
        .AddSingleton<DueIndex>()
        .AddSingleton<Keeping>()
        .AddSingleton<RecordKinds>()
        .AddSingleton<SubjectRecords>()
        .AddSingleton<DestructionWaves>()
        .AddSingleton<ProofFirst>()
        .AddSingleton<DestructionEngine>()
        .AddSingleton<DecidedDestruction>()
        .AddSingleton<RunLog>()
        .AddSingleton(ClockLimits.Usual)
        .AddSingleton<LastSweep>()
        .AddSingleton<KnownTerms>()
        .AddSingleton<Standing>()
        .AddSingleton<Sweep>()
        .AddSingleton<Replay>()
        .AddSingleton<IReminder, CopiesToDestroy>()
        .AddSingleton<IReminder, LeftUndone>()
        .AddSingleton<IReminder, SweepOverdue>()
        .AddSingleton<IReminder, LettersGivenUp>()
        .AddSingleton<IReminder, ChainBroken>()
        .AddSingleton<IReminder, ChainNoted>()
        .AddTransient<ILetterRenderer, ReminderLetter>();

    /// <summary>The ledger's account: what was destroyed, the proof of it, and what is still to be done about it.</summary>
    private static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddTable(Accounts.Ledger, Ledger.TableName, typeof(StoredLine))
        .AddTable(Accounts.Ledger, Certificates.TableName, typeof(SealedCertificate), typeof(Certificate))
        .AddTable(Accounts.Ledger, DestructionTasks.TableName, typeof(DestructionTask), typeof(TaskSubjects))
        .AddTable(Accounts.Ledger, MailboxTasks.TableName, typeof(MailboxTask))
        .AddTable(Accounts.Ledger, RecoveryWindows.TableName, typeof(RecoveryWindow))
        .AddTable(Accounts.Ledger, AskedErasures.TableName, typeof(AskedErasure))
        .AddContainer(Accounts.Ledger, Checkpoints.ContainerName, content: [])
        .AddSingleton<Ledger>()
        .AddSingleton<Certificates>()
        .AddSingleton<RecoveryWindows>()
        .AddSingleton<AskedErasures>()
        .AddSingleton<WindowClosing>()
        .AddSingleton<Checkpoints>()
        .AddSingleton<CheckpointPolicy>()
        .AddSingleton<ChainVerification>()
        .AddSingleton<DestructionTasks>()
        .AddSingleton<MailboxTasks>();

    /// <summary>Registers a kind of record, which is its own store.</summary>
    public static IServiceCollection AddKind<TKind>(this IServiceCollection services)
        where TKind : class, IRecordKind => services
        .AddSingleton<TKind>()
        .AddSingleton<IRecordKind>(provider => provider.GetRequiredService<TKind>());

    // Azure recovers deleted blobs for 1 to 365 days, or not at all.
    private static int RecoveryDays(IConfiguration configuration) =>
        configuration.GetValue("Retention:RecoveryDays", UsualRecoveryDays) is >= 0 and <= 365 and var days
            ? days
            : throw new InvalidOperationException("Setting Retention:RecoveryDays must be from 0 to 365.");
}
