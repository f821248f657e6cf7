namespace WelWee3D.Recipients;

public static class RecipientsSetup
{
    public static IServiceCollection AddRecipients(this IServiceCollection services) => services
        .AddTable(Accounts.Records, RecipientRegister.TableName, typeof(Recipient))
        .AddSingleton<RecipientRegister>();
}
