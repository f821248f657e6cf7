namespace WelWee3D.Statement;

public static class StatementSetup
{
    public static IServiceCollection AddStatement(this IServiceCollection services) => services
        .AddSingleton<StatementSources>()
        .AddSingleton<StatementAnswers>();
}
