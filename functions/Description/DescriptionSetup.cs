namespace WelWee3D.Description;

public static class DescriptionSetup
{
    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddSingleton<ApiDescription>();
}
