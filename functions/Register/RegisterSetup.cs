namespace WelWee3D.Register;

public static class RegisterSetup
{
    public static IServiceCollection AddRegister(this IServiceCollection services) => services
        .AddSingleton<RegisterOfProcessing>()
        .AddSingleton<RetentionConcept>()
        .AddSingleton<YearlyReport>()
        .AddSingleton<UsedRecipients>()
        .AddSingleton<ImpactAssessment>()
        .AddSingleton<ProcessingAnnex>()
        .AddSingleton<SevenQuestions>();
}
