namespace WelWee3D.Retention.Published;

public static class PublishedSetup
{
    public static IServiceCollection AddPublished(this IServiceCollection services) => services
        .AddSingleton<CertificateLog>()
        .AddSingleton<LogKeys>();
}
