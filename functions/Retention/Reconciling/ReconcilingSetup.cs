using WelWee3D.Mail;

namespace WelWee3D.Retention.Reconciling;

public static class ReconcilingSetup
{
    public static IServiceCollection AddReconciling(this IServiceCollection services) => services
        .AddSingleton<Reconciliation>()
        .AddTransient<ILetterRenderer, ReconciledLetter>();
}
