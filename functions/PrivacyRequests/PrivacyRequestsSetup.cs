using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Running;

namespace WelWee3D.PrivacyRequests;

public static class PrivacyRequestsSetup
{
    public static IServiceCollection AddPrivacyRequests(this IServiceCollection services) => services
        .AddSingleton<Erasure>()
        .AddSingleton<IRunWork>(provider => provider.GetRequiredService<Erasure>())
        .AddSingleton<SubjectNotices>()
        .AddSingleton<ReachOfErasure>()
        .AddSingleton<Restriction>()
        .AddSingleton<Rectification>()
        .AddSingleton<Lifting>()
        .AddTable(Accounts.Records, AnsweredRequests.TableName, typeof(AnsweredRequest))
        .AddKind<AnsweredRequests>()
        .AddTable(Accounts.Records, RequestRegister.TableName, typeof(PrivacyRequest))
        .AddKind<RequestRegister>()
        .AddSingleton<ConfirmationLinks>()
        .AddSingleton<FollowLinks>()
        .AddSingleton<ConfirmationLimit>()
        .AddSingleton<RequestIntake>()
        .AddSingleton<RequestChanges>()
        .AddSingleton<RequestPages>()
        .AddSingleton<IReminder, RequestDeadlines>()
        .AddTransient<ILetterRenderer, ConfirmLetter>()
        .AddTransient<ILetterRenderer, ReceivedLetter>()
        .AddTransient<ILetterRenderer, RequestNotice>()
        .AddTransient<ILetterRenderer, CodeLetter>()
        .AddTransient<ILetterRenderer, ExtendedLetter>()
        .AddTransient<ILetterRenderer, LiftingLetter>()
        .AddTransient<ILetterRenderer, ClosedLetter>();
}
