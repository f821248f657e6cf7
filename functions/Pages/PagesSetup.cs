namespace WelWee3D.Pages;

public static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<PageFiles>()
        .AddSingleton<PageAnswers>();
}
