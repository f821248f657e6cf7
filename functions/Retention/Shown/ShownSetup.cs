namespace WelWee3D.Retention.Shown;

public static class ShownSetup
{
    public static IServiceCollection AddShown(this IServiceCollection services) => services
        .AddSingleton<DryRun>()
        .AddSingleton<Forecast>()
        .AddSingleton<ComingWeek>()
        .AddSingleton<IReminder, ComingWeekReminder>()
        .AddSingleton<RecordTrace>();
}
