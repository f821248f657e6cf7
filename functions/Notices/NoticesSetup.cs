using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Recipients;
using WelWee3D.Retention;

namespace WelWee3D.Notices;

public static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddTable(Accounts.Records, RecipientNotices.TableName, typeof(RecipientNotice))
        .AddKind<RecipientNotices>()
        .AddSingleton<IOrderFollower>(provider => provider.GetRequiredService<RecipientNotices>())
        .AddSingleton<NoticeLinks>()
        .AddSingleton<NoticeAnswers>()
        .AddSingleton<RecipientsTold>()
        .AddSingleton<IRecipientFollower>(provider => provider.GetRequiredService<RecipientsTold>())
        .AddSingleton<IReminder, OpenNotices>()
        .AddTransient<ILetterRenderer, NoticeLetter>();
}
